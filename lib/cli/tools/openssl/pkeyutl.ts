import type { Bytes } from '../../../base';
import {
  DIGEST_LENGTHS,
  digest,
  ed25519Sign,
  ed25519Verify,
  type HashName,
  mlDsaVerify,
  type PrivateKey,
  type PublicKey,
  rsaOaepDecrypt,
  rsaOaepEncrypt,
  rsaOaepMaxLength,
} from '../../../crypto';
import type { CliOutcome } from '../../aws/cli-host';
import { printed, type ToolHost } from '../tool';
import { digestNamed } from './digests';
import { notInTheLab, OpensslFailure, queued, queuedNoFile } from './failure';
import { contentOf, readInput, writeOutput } from './files';
import { publicHalf, readPrivateKey, readPublicKey } from './keys';
import { type Options, readOptions, refuseRest, usage } from './options';
import { BAD_SIGNATURE, schemeOf, signDigest, verifyDigest } from './signing';
import type { Subcommand } from './subcommand';

const OPTIONS = {
  encrypt: 'flag',
  decrypt: 'flag',
  sign: 'flag',
  verify: 'flag',
  in: 'value',
  out: 'value',
  inkey: 'value',
  keyform: 'value',
  pubin: 'flag',
  pkeyopt: 'value',
  rawin: 'flag',
  digest: 'value',
  sigfile: 'value',
} as const;

/** `pkeyutl`: RSA-OAEP, and signatures over digests or, with -rawin, over messages. */
export const pkeyutl: Subcommand = {
  name: 'pkeyutl',
  options: OPTIONS,
  run: async (args, host) => {
    const options = readOptions('pkeyutl', args, OPTIONS);
    refuseRest('pkeyutl', options);
    if (!options.has('inkey'))
      throw new OpensslFailure(...usage('pkeyutl', 'no private key given (-inkey parameter).'));
    const deed = options.lastOf(['encrypt', 'decrypt', 'sign', 'verify']) ?? 'sign';
    if (deed === 'encrypt') return encrypted(options, host);
    if (deed === 'decrypt') return decrypted(options, host);
    return deed === 'verify' ? verified(options, host) : signed(options, host);
  },
};

const NO_CONTEXT = 'pkeyutl: Error initializing context';
const OPERATION_ERROR = 'Public Key operation error';

async function privateKey(options: Options, host: ToolHost): Promise<PrivateKey> {
  if (options.has('pubin'))
    throw new OpensslFailure('A private key is needed for this operation', NO_CONTEXT);
  return reading(() =>
    readPrivateKey({ name: options.value('inkey'), form: options.value('keyform') }, host),
  );
}

async function publicKey(options: Options, host: ToolHost): Promise<PublicKey> {
  if (!options.has('pubin')) return publicHalf(await privateKey(options, host));
  return reading(() => readPublicKey({ name: options.value('inkey'), form: options.value('keyform') }, host));
}

/** A key that cannot be read leaves the program without a context, and it says so too. */
async function reading<Key>(read: () => Promise<Key>): Promise<Key> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof OpensslFailure ? new OpensslFailure(...error.lines, NO_CONTEXT) : error;
  }
}

function notForThisKey(call: string, source: string): OpensslFailure {
  const where = `digital envelope routines:${call}`;
  return new OpensslFailure(
    NO_CONTEXT,
    queued('03000096', where, 'operation not supported for this keytype', source),
  );
}

async function encrypted(options: Options, host: ToolHost): Promise<CliOutcome> {
  const key = await publicKey(options, host);
  if (key.algorithm !== 'RSA')
    throw notForThisKey('evp_pkey_asym_cipher_init', '../crypto/evp/asymcipher.c:188');
  const hash = oaepHash(options);
  const message = await readInput(options.value('in'), host);
  if (message.length > rsaOaepMaxLength(key.key, hash)) {
    const where = 'rsa routines:ossl_rsa_padding_add_PKCS1_OAEP_mgf1_ex';
    const line = queued('0200006E', where, 'data too large for key size', '../crypto/rsa/rsa_oaep.c:87');
    throw new OpensslFailure(OPERATION_ERROR, line);
  }
  const seed = host.randomBytes(DIGEST_LENGTHS[hash]);
  return writeOutput(options.value('out'), rsaOaepEncrypt(key.key, hash, message, seed), host);
}

async function decrypted(options: Options, host: ToolHost): Promise<CliOutcome> {
  const key = await privateKey(options, host);
  if (key.algorithm !== 'RSA')
    throw notForThisKey('evp_pkey_asym_cipher_init', '../crypto/evp/asymcipher.c:188');
  const hash = oaepHash(options);
  const message = rsaOaepDecrypt(key.key, hash, await readInput(options.value('in'), host));
  if (message) return writeOutput(options.value('out'), message, host);
  const where = 'rsa routines:RSA_padding_check_PKCS1_OAEP_mgf1';
  const line = queued('02000079', where, 'oaep decoding error', '../crypto/rsa/rsa_oaep.c:314');
  throw new OpensslFailure(OPERATION_ERROR, line);
}

/** The hash of OAEP: SHA-1 where none is named; that of its mask is the same. */
function oaepHash(options: Options): HashName {
  const pairs = options.pairs('pkeyopt');
  for (const [name, value] of pairs) {
    const isPadding = name === 'rsa_padding_mode' && /^(oaep|pkcs1|none|x931)$/.test(value);
    const isHash = /^(rsa_oaep_md|rsa_mgf1_md)$/.test(name) && digestNamed(value) !== undefined;
    if (!isPadding && !isHash) throw unknownOption(`${name}:${value}`);
  }
  if (pairs.get('rsa_padding_mode') !== 'oaep')
    throw new OpensslFailure(notInTheLab('encrypts with OAEP alone: add -pkeyopt rsa_padding_mode:oaep'));
  const hash = digestNamed(pairs.get('rsa_oaep_md') ?? 'sha1') as HashName;
  const mask = pairs.get('rsa_mgf1_md');
  if (mask === undefined || digestNamed(mask) === hash) return hash;
  const found = `rsa_oaep_md:${pairs.get('rsa_oaep_md') ?? 'sha1'} and rsa_mgf1_md:${mask}`;
  throw new OpensslFailure(
    notInTheLab(`takes the same hash for OAEP and its mask, as KMS does; found ${found}`),
  );
}

function unknownOption(option: string): OpensslFailure {
  const [name, value] = option.split(/:(.*)/s);
  const where = 'digital envelope routines:default_fixup_args';
  const more = `[action:2, state:4] name=${name}, value=${value}`;
  const source = '../crypto/evp/ctrl_params_translate.c:582';
  return new OpensslFailure(
    `pkeyutl: Can't set parameter "${option}":`,
    queued('03000093', where, 'command not supported', source, more),
  );
}

const NO_SIGNATURES = () => notForThisKey('evp_pkey_signature_init', '../crypto/evp/signature.c:533');

async function signed(options: Options, host: ToolHost): Promise<CliOutcome> {
  const key = await privateKey(options, host);
  const input = await readInput(options.value('in'), host);
  if (key.algorithm === 'Ed25519' && options.has('rawin'))
    return writeOutput(options.value('out'), ed25519Sign(key.seed, input), host);
  if ('seed' in key) throw NO_SIGNATURES();
  const hash = signatureHash(key, input, options);
  const scheme = schemeOf(options.pairs('pkeyopt'), hash, true, unknownOption);
  const signature = signDigest(key, scheme, digestOf(input, hash, options), host);
  return writeOutput(options.value('out'), signature, host);
}

async function verified(options: Options, host: ToolHost): Promise<CliOutcome> {
  const key = await publicKey(options, host);
  const file = options.value('sigfile');
  if (file === undefined)
    throw new OpensslFailure(...usage('pkeyutl', 'No signature file specified for verify'));
  const signature = await contentOf(file, host);
  if (!signature) throw new OpensslFailure(`Can't open signature file ${file}`, ...queuedNoFile(file, 'rb'));
  const input = await readInput(options.value('in'), host);
  if (isRight(key, input, signature, options)) return printed('Signature Verified Successfully\n');
  const stderr = key.algorithm === 'RSA' ? BAD_SIGNATURE.map((line) => `${line}\n`).join('') : '';
  return { stdout: 'Signature Verification Failure\n', stderr, exitCode: 1 };
}

function isRight(key: PublicKey, input: Bytes, signature: Bytes, options: Options): boolean {
  const { algorithm } = key;
  if ('bytes' in key) {
    if (algorithm === 'Ed25519' && options.has('rawin')) return ed25519Verify(key.bytes, input, signature);
    if (algorithm === 'ML-DSA-44' || algorithm === 'ML-DSA-65' || algorithm === 'ML-DSA-87')
      return mlDsaVerify(algorithm, key.bytes, input, signature);
    throw NO_SIGNATURES();
  }
  const hash = signatureHash(key, input, options);
  const scheme = schemeOf(options.pairs('pkeyopt'), hash, false, unknownOption);
  return verifyDigest(key, scheme, digestOf(input, hash, options), signature) === 'right';
}

/** The hash that is named; for curves, else that whose digest is as long as the input. */
function signatureHash({ algorithm }: PublicKey | PrivateKey, input: Bytes, options: Options): HashName {
  const name = options.value('digest') ?? options.pairs('pkeyopt').get('digest');
  const hash = name === undefined ? undefined : digestNamed(name);
  if (hash) return hash;
  if (name !== undefined) throw new OpensslFailure(`pkeyutl: Unknown message digest: ${name}`);
  if (options.has('rawin')) return 'SHA-256';
  if (algorithm === 'RSA')
    throw new OpensslFailure(
      notInTheLab('signs digests alone: add -pkeyopt digest:sha256, or -rawin for a message'),
    );
  const names = Object.keys(DIGEST_LENGTHS) as HashName[];
  return names.find((one) => DIGEST_LENGTHS[one] === input.length) ?? 'SHA-256';
}

function digestOf(input: Bytes, hash: HashName, options: Options): Bytes {
  if (options.has('rawin')) return digest(hash, input);
  if (input.length === DIGEST_LENGTHS[hash]) return input;
  const source = '../providers/implementations/signature/rsa_sig.c:537';
  throw new OpensslFailure(
    OPERATION_ERROR,
    queued('1C8000A6', 'Provider routines:rsa_sign', 'invalid digest length', source),
  );
}
