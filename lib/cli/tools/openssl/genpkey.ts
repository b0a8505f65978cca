import { bytesToHex, seededStream } from '../../../base';
import {
  type CurveName,
  ED25519_LENGTH,
  ecKeyFromRandom,
  ecRandomLength,
  encodePkcs8,
  generateRsa,
  type PrivateKey,
} from '../../../crypto';
import type { ToolHost } from '../tool';
import { notInTheLab, OpensslFailure, queued } from './failure';
import { writeOutput } from './files';
import { curveParameters, olderForm, pem } from './key-forms';
import { type Options, readOptions, refuseRest, usage, wholeNumber } from './options';
import type { Subcommand } from './subcommand';

const GENPKEY = {
  algorithm: 'value',
  pkeyopt: 'value',
  outform: 'value',
  out: 'value',
  quiet: 'flag',
} as const;
const GENRSA = { out: 'value', traditional: 'flag' } as const;
const ECPARAM = {
  name: 'value',
  genkey: 'flag',
  noout: 'flag',
  out: 'value',
  outform: 'value',
  list_curves: 'flag',
} as const;

const DEFAULT_BITS = 2048;

/** `genpkey -algorithm RSA|EC|ED25519`: a new private key as PKCS #8. */
export const genpkey: Subcommand = {
  name: 'genpkey',
  options: GENPKEY,
  run: async (args, host) => {
    const options = readOptions('genpkey', args, GENPKEY);
    refuseRest('genpkey', options);
    const der = encodePkcs8(newKey(options, host));
    const isDer = options.value('outform')?.toUpperCase() === 'DER';
    return writeOutput(options.value('out'), isDer ? der : pem('PRIVATE KEY', der), host);
  },
};

function newKey(options: Options, host: ToolHost): PrivateKey {
  const algorithm = options.value('algorithm');
  const wishes = options.pairs('pkeyopt');
  switch ((algorithm ?? '').toUpperCase()) {
    case 'RSA':
      refuseOthers(wishes, 'rsa_keygen_bits');
      return newRsaKey(wholeNumber('genpkey', wishes.get('rsa_keygen_bits') ?? String(DEFAULT_BITS)), host);
    case 'EC': {
      refuseOthers(wishes, 'ec_paramgen_curve', 'ec_param_enc');
      const curve = curveNamed(wishes.get('ec_paramgen_curve') ?? '');
      if (!curve) throw new OpensslFailure('genpkey: Error generating EC key', NO_CURVE);
      return newCurveKey(curve, host);
    }
    case 'ED25519':
      refuseOthers(wishes);
      return { algorithm: 'Ed25519', seed: host.randomBytes(ED25519_LENGTH) };
    case '':
      throw new OpensslFailure(...usage('genpkey', 'expected -algorithm RSA, EC or ED25519, found none'));
    default:
      throw new OpensslFailure(
        `Error initializing ${algorithm} context`,
        notInTheLab('makes keys of RSA, EC and ED25519'),
      );
  }
}

function refuseOthers(wishes: ReadonlyMap<string, string>, ...known: readonly string[]): void {
  for (const [name, value] of wishes)
    if (!known.includes(name)) throw new OpensslFailure(`genpkey: Error setting ${name}:${value} parameter:`);
}

function newRsaKey(bits: number, host: ToolHost): PrivateKey {
  if (bits !== 2048 && bits !== 3072 && bits !== 4096)
    throw new OpensslFailure(notInTheLab(`makes RSA keys of 2048, 3072 or 4096 bits, found ${bits}`));
  const stream = seededStream(bytesToHex(host.randomBytes(32)), 'openssl/rsa');
  return { algorithm: 'RSA', key: generateRsa(bits, stream).key };
}

function newCurveKey(curve: CurveName, host: ToolHost): PrivateKey {
  const { scalar } = ecKeyFromRandom(curve, host.randomBytes(ecRandomLength(curve)));
  return { algorithm: curve, scalar };
}

/** The curves of KMS under the names that OpenSSL knows. */
const CURVES: Readonly<Record<string, CurveName>> = {
  prime256v1: 'P-256',
  secp256r1: 'P-256',
  'P-256': 'P-256',
  secp384r1: 'P-384',
  'P-384': 'P-384',
  secp521r1: 'P-521',
  'P-521': 'P-521',
  secp256k1: 'secp256k1',
};

function curveNamed(name: string): CurveName | undefined {
  return Object.hasOwn(CURVES, name) ? CURVES[name] : undefined;
}

const NO_CURVE = queued(
  '0800008D',
  'elliptic curve routines:group_new_from_name',
  'invalid curve',
  '../crypto/ec/ec_lib.c:1490',
);

/** `genrsa [bits]` */
export const genrsa: Subcommand = {
  name: 'genrsa',
  options: GENRSA,
  run: async (args, host) => {
    const options = readOptions('genrsa', args, GENRSA);
    const key = newRsaKey(wholeNumber('genrsa', options.rest[0] ?? String(DEFAULT_BITS)), host);
    const { label, der } = options.has('traditional')
      ? olderForm(key)
      : { label: 'PRIVATE KEY', der: encodePkcs8(key) };
    return writeOutput(options.value('out'), pem(label, der), host);
  },
};

const CURVE_LIST = `  secp256k1 : SECG curve over a 256 bit prime field
  secp384r1 : NIST/SECG curve over a 384 bit prime field
  secp521r1 : NIST/SECG curve over a 521 bit prime field
  prime256v1: X9.62/SECG curve over a 256 bit prime field
`;

/** `ecparam -name CURVE -genkey [-noout]`: a new key in the older form of curves. */
export const ecparam: Subcommand = {
  name: 'ecparam',
  options: ECPARAM,
  run: async (args, host) => {
    const options = readOptions('ecparam', args, ECPARAM);
    refuseRest('ecparam', options);
    const out = options.value('out');
    if (options.has('list_curves')) return writeOutput(out, CURVE_LIST, host);
    const name = options.value('name') ?? '';
    const curve = curveNamed(name);
    if (!curve) throw new OpensslFailure('unable to generate key', NO_CURVE);
    const key = newCurveKey(curve, host);
    const { label, der } = olderForm(key);
    const parameters = options.has('noout') ? '' : pem('EC PARAMETERS', curveParameters(key));
    const shown = options.has('genkey') ? pem(label, der) : '';
    const isDer = options.value('outform')?.toUpperCase() === 'DER';
    const written = await writeOutput(out, isDer ? der : parameters + shown, host);
    const stderr = name === 'secp256r1' ? 'using curve name prime256v1 instead of secp256r1\n' : '';
    return { ...written, stderr };
  },
};
