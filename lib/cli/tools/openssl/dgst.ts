import { type Bytes, bytesToHex, hexToBytes, isHex, utf8ToBytes } from '../../../base';
import { digest, type HashName, hmac, type PublicKey } from '../../../crypto';
import type { CliOutcome } from '../../aws/cli-host';
import type { ToolHost } from '../tool';
import { DIGESTS, digestNamed, shownDigest } from './digests';
import { OpensslFailure, queued, queuedNoFile } from './failure';
import { contentOf, readInput, writeOutput } from './files';
import { publicHalf, readPrivateKey, readPublicKey } from './keys';
import { type Options, readOptions, takes, usage } from './options';
import { BAD_SIGNATURE, type Scheme, schemeOf, signDigest, verifyDigest } from './signing';
import type { Subcommand } from './subcommand';

const OPTIONS = {
  ...Object.fromEntries(Object.keys(DIGESTS).map((name) => [name, 'flag' as const])),
  hex: 'flag',
  binary: 'flag',
  r: 'flag',
  c: 'flag',
  out: 'value',
  hmac: 'value',
  mac: 'value',
  macopt: 'value',
  sign: 'value',
  verify: 'value',
  prverify: 'value',
  signature: 'value',
  sigopt: 'value',
  keyform: 'value',
} as const;

interface Wish {
  readonly options: Options;
  readonly hash: HashName;
  /** The name in front of the file's: `SHA256` where no option named a hash. */
  readonly shown: string;
}

/** `dgst`: digests, HMACs, and signatures made and verified. */
export const dgst: Subcommand = {
  name: 'dgst',
  options: OPTIONS,
  run: (args, host) => ranDigest(args, host),
};

/** `openssl sha256 FILE` and its like. */
export const DIGEST_COMMANDS: readonly Subcommand[] = Object.keys(DIGESTS).map((name) => ({
  name,
  options: OPTIONS,
  run: (args, host) => ranDigest([`-${name}`, ...args], host),
}));

async function ranDigest(args: readonly string[], host: ToolHost): Promise<CliOutcome> {
  refuseUnknownDigest(args);
  const options = readOptions('dgst', args, OPTIONS);
  const named = options.lastOf(Object.keys(DIGESTS));
  const hash = digestNamed(named ?? 'sha256') as HashName;
  const wish = { options, hash, shown: named === undefined ? 'SHA256' : shownDigest(hash) };
  if (options.has('verify', 'prverify')) return verified(wish, host);
  if (options.has('sign')) return signed(wish, host);
  const key = macKeyOf(options);
  const make = (message: Bytes) => (key ? hmac(hash, key, message) : digest(hash, message));
  return printedAll(wish, key ? `HMAC-${wish.shown}` : wish.shown, 'hex', make, host);
}

/** A hash that the lab lacks would otherwise be called an option. */
function refuseUnknownDigest(args: readonly string[]): void {
  const unknown = args.find(
    (arg) => /^-(md\d|sha\d|sm3|blake|ripemd|shake)/.test(arg) && !digestNamed(arg.slice(1)),
  );
  if (unknown === undefined) return;
  const words = usage('dgst', `Unknown option or message digest: ${unknown.slice(1)}`);
  throw new OpensslFailure(...words, takes('dgst', OPTIONS));
}

function macKeyOf(options: Options): Bytes | undefined {
  const plain = options.value('hmac');
  if (plain !== undefined) return utf8ToBytes(plain);
  const mac = options.value('mac');
  if (mac === undefined) return undefined;
  const pairs = options.pairs('macopt');
  const [key, hex] = [pairs.get('key'), pairs.get('hexkey')];
  if (mac.toUpperCase() !== 'HMAC' || (key === undefined && (hex === undefined || !isHex(hex))))
    throw new OpensslFailure(
      `dgst: expected -mac HMAC with -macopt key:TEXT or hexkey:HEX, found -mac ${mac}`,
    );
  return key === undefined ? hexToBytes(hex as string) : utf8ToBytes(key);
}

/** Makes the line, or the bytes, of each file. */
async function printedAll(
  { options }: Wish,
  shown: string,
  usual: 'hex' | 'binary',
  make: (message: Bytes) => Bytes,
  host: ToolHost,
): Promise<CliOutcome> {
  const form = options.lastOf(['hex', 'binary']) ?? usual;
  const parts: Bytes[] = [];
  const errors: string[] = [];
  for (const name of options.rest.length > 0 ? options.rest : [undefined]) {
    const message = await contentOf(name, host);
    if (message)
      parts.push(form === 'binary' ? make(message) : utf8ToBytes(line(options, shown, name, make(message))));
    else errors.push(`${name}: No such file or directory`, ...queuedNoFile(name ?? '', 'r'));
  }
  const written = await writeOutput(options.value('out'), joined(parts), host);
  const stderr = errors.map((error) => `${error}\n`).join('');
  return { ...written, stderr, exitCode: errors.length > 0 ? 1 : 0 };
}

function line(options: Options, shown: string, name: string | undefined, bytes: Bytes): string {
  const hex = bytesToHex(bytes);
  if (options.has('r')) return `${hex} *${name ?? 'stdin'}\n`;
  const parted = options.has('c') ? (hex.match(/../g) ?? []).join(':') : hex;
  return `${shown}(${name ?? 'stdin'})= ${parted}\n`;
}

function joined(parts: readonly Bytes[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

async function signed(wish: Wish, host: ToolHost): Promise<CliOutcome> {
  const { options, hash, shown } = wish;
  const key = await readPrivateKey({ name: options.value('sign'), form: options.value('keyform') }, host);
  const scheme = schemeFor(options, hash, true);
  const kind = key.algorithm === 'RSA' ? 'RSA' : 'EC';
  const make = (message: Bytes) => signDigest(key, scheme, digest(hash, message), host);
  return printedAll(wish, `${kind}-${shown}`, 'binary', make, host);
}

async function verified({ options, hash }: Wish, host: ToolHost): Promise<CliOutcome> {
  const key = await verifyingKey(options, host);
  const scheme = schemeFor(options, hash, false);
  const file = options.value('signature');
  if (file === undefined) throw new OpensslFailure('No signature to verify: use the -signature option');
  const signature = await contentOf(file, host);
  if (!signature)
    throw new OpensslFailure(`Error opening signature file ${file}`, ...queuedNoFile(file, 'rb'));
  const message = await readInput(options.rest[0], host);
  const verdict = verifyDigest(key, scheme, digest(hash, message), signature);
  if (verdict === 'right') return { stdout: 'Verified OK\n', stderr: '', exitCode: 0 };
  if (verdict === 'malformed') throw new OpensslFailure('Error verifying data');
  const stderr = key.algorithm === 'RSA' ? BAD_SIGNATURE.map((text) => `${text}\n`).join('') : '';
  return { stdout: 'Verification failure\n', stderr, exitCode: 1 };
}

async function verifyingKey(options: Options, host: ToolHost): Promise<PublicKey> {
  const form = options.value('keyform');
  if (options.lastOf(['verify', 'prverify']) === 'verify')
    return readPublicKey({ name: options.value('verify'), form }, host);
  return publicHalf(await readPrivateKey({ name: options.value('prverify'), form }, host));
}

function schemeFor(options: Options, hash: HashName, signs: boolean): Scheme {
  return schemeOf(options.pairs('sigopt'), hash, signs, (option) => {
    const [name, value] = option.split(/:(.*)/s);
    const where = 'digital envelope routines:default_fixup_args';
    const more = `[action:2, state:4] name=${name}, value=${value}`;
    const source = '../crypto/evp/ctrl_params_translate.c:582';
    return new OpensslFailure(
      `Signature parameter error "${option}"`,
      queued('03000093', where, 'command not supported', source, more),
    );
  });
}
