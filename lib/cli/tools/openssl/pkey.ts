import { encodePkcs8, encodeSpki, type PrivateKey, type PublicKey } from '../../../crypto';
import type { CliOutcome } from '../../aws/cli-host';
import type { ToolHost } from '../tool';
import { notInTheLab, OpensslFailure } from './failure';
import { readInput, writeOutput } from './files';
import { olderForm, type PemBlock, pem } from './key-forms';
import { privateKeyText, publicKeyText } from './key-text';
import { isCurve, publicHalf, readPrivateKey, readPublicKey } from './keys';
import { type OptionKinds, type Options, readOptions, refuseRest } from './options';
import type { Subcommand } from './subcommand';

const OPTIONS = {
  in: 'value',
  inform: 'value',
  out: 'value',
  outform: 'value',
  pubin: 'flag',
  pubout: 'flag',
  noout: 'flag',
  text: 'flag',
  traditional: 'flag',
} as const;
const PKCS8 = {
  topk8: 'flag',
  nocrypt: 'flag',
  in: 'value',
  inform: 'value',
  out: 'value',
  outform: 'value',
  traditional: 'flag',
} as const;

interface Kind {
  readonly name: string;
  /** How the error calls the key that cannot be read. */
  readonly called: string | undefined;
  /** What the error stream says on the way; the second only where something is written. */
  readonly says: readonly [string, string];
  readonly olderForm: boolean;
  /** The complaint about a key of another family. */
  refuses(algorithm: string): string | undefined;
}

function converter(kind: Kind, options: OptionKinds = OPTIONS): Subcommand {
  return {
    name: kind.name,
    options,
    run: (args, host) => converted(kind, readOptions(kind.name, args, options), host),
  };
}

/** `pkey`: keys of all families between PEM and DER, and their public halves. */
export const pkey = converter({
  name: 'pkey',
  called: 'key',
  says: ['', ''],
  olderForm: false,
  refuses: () => undefined,
});

export const rsa = converter(
  {
    name: 'rsa',
    called: undefined,
    says: ['', 'writing RSA key\n'],
    olderForm: false,
    refuses: (algorithm) => (algorithm === 'RSA' ? undefined : 'Not an RSA key'),
  },
  { ...OPTIONS, modulus: 'flag' },
);

export const ec = converter({
  name: 'ec',
  called: undefined,
  says: ['read EC key\n', 'writing EC key\n'],
  olderForm: true,
  refuses: (algorithm) => (isCurve(algorithm) ? undefined : 'Not an EC key'),
});

async function converted(kind: Kind, options: Options, host: ToolHost): Promise<CliOutcome> {
  refuseRest(kind.name, options);
  const key = await readEither(kind, options, host);
  const algorithm = 'open' in key ? key.open.algorithm : key.secret.algorithm;
  const complaint = kind.refuses(algorithm);
  if (complaint !== undefined) throw new OpensslFailure(complaint);
  const half = 'open' in key ? key.open : publicHalf(key.secret);
  const writes = !options.has('noout');
  const block =
    'open' in key || options.has('pubout') ? publicBlock(half) : privateBlock(key.secret, kind, options);
  const told = textOf(key, half, options);
  const isDer = options.value('outform')?.toUpperCase() === 'DER';
  const shown = isDer ? block.der : pem(block.label, block.der);
  const content = !writes ? told : typeof shown !== 'string' ? shown : inOrder(kind, shown, told);
  const written = await writeOutput(options.value('out'), content, host);
  const [read, wrote] = kind.says;
  return { ...written, stderr: read + (writes ? wrote : '') };
}

type EitherKey = { readonly open: PublicKey } | { readonly secret: PrivateKey };

async function readEither({ called }: Kind, options: Options, host: ToolHost): Promise<EitherKey> {
  const file = { name: options.value('in'), form: options.value('inform') };
  if (options.has('pubin')) return { open: await readPublicKey(file, host) };
  return { secret: await readPrivateKey(called === undefined ? file : { ...file, called }, host) };
}

function publicBlock(key: PublicKey): PemBlock {
  return { label: 'PUBLIC KEY', der: encodeSpki(key) };
}

function privateBlock(key: PrivateKey, kind: Kind, options: Options): PemBlock {
  if (kind.olderForm || options.has('traditional')) return olderForm(key);
  return { label: 'PRIVATE KEY', der: encodePkcs8(key) };
}

function textOf(key: EitherKey, half: PublicKey, options: Options): string {
  const isPublic = 'open' in key || options.has('pubout');
  const text = !options.has('text') ? '' : isPublic ? publicKeyText(half) : privateKeyText(key.secret);
  const modulus = half.algorithm === 'RSA' ? half.key.n.toString(16).toUpperCase() : '';
  return options.has('modulus') ? `${text}Modulus=${modulus}\n` : text;
}

/** `pkey` tells after the key what the older programs tell before it. */
function inOrder({ name }: Kind, key: string, told: string): string {
  return name === 'pkey' ? key + told : told + key;
}

/** `pkcs8 -topk8 -nocrypt`: the form in which KMS takes private keys. */
export const pkcs8: Subcommand = {
  name: 'pkcs8',
  options: PKCS8,
  run: async (args, host) => {
    const options = readOptions('pkcs8', args, PKCS8);
    refuseRest('pkcs8', options);
    if (!options.has('nocrypt'))
      throw new OpensslFailure(
        notInTheLab('puts no keys under a passphrase, nor takes them out: add -nocrypt'),
      );
    const file = { name: options.value('in'), form: options.value('inform'), called: 'key' };
    await readInput(file.name, host);
    const key = await readPrivateKey(file, host);
    const { label, der } = options.has('traditional')
      ? olderForm(key)
      : { label: 'PRIVATE KEY', der: encodePkcs8(key) };
    const isDer = options.value('outform')?.toUpperCase() === 'DER';
    return writeOutput(options.value('out'), isDer ? der : pem(label, der), host);
  },
};
