import {
  type Bytes,
  bytesToHex,
  bytesToUtf8Lossy,
  EMPTY_BYTES,
  encodeBase64,
  hexToBytes,
} from '../../../base';
import type { CliOutcome } from '../../aws/cli-host';
import type { ToolHost } from '../tool';
import { base64Lines, decodeLines } from './base64-lines';
import { CIPHERS, type Cipher, type Ciphered, readSalted, salted } from './ciphers';
import { notInTheLab, OpensslFailure } from './failure';
import { readInput, writeOutput } from './files';
import { type Options, readOptions, refuseRest, takes, usage } from './options';
import { derived, isStretched, passwordOf } from './password';
import type { Subcommand } from './subcommand';

const OPTIONS = {
  ...Object.fromEntries(Object.keys(CIPHERS).map((name) => [name, 'flag' as const])),
  e: 'flag',
  d: 'flag',
  in: 'value',
  out: 'value',
  K: 'value',
  iv: 'value',
  pass: 'value',
  k: 'value',
  kfile: 'value',
  pbkdf2: 'flag',
  iter: 'value',
  md: 'value',
  S: 'value',
  salt: 'flag',
  nosalt: 'flag',
  p: 'flag',
  P: 'flag',
  a: 'flag',
  base64: 'flag',
  A: 'flag',
} as const;

/** `enc`: AES under a key or a password, AES key wrap, base64. */
export const enc: Subcommand = {
  name: 'enc',
  options: OPTIONS,
  run: (args, host) => ranCipher(args, host),
};

/** `openssl base64`, `openssl aes-256-cbc` and their like. */
export const CIPHER_COMMANDS: readonly Subcommand[] = [
  'base64',
  'aes-128-cbc',
  'aes-192-cbc',
  'aes-256-cbc',
].map((name) => ({ name, options: OPTIONS, run: (args, host) => ranCipher([`-${name}`, ...args], host) }));

async function ranCipher(args: readonly string[], host: ToolHost): Promise<CliOutcome> {
  refuseUnknownCipher(args);
  const options = readOptions('enc', args, OPTIONS);
  refuseRest('enc', options);
  const decrypts = options.lastOf(['e', 'd']) === 'd';
  const isBase64 = options.has('a', 'base64');
  const cipher = CIPHERS[options.lastOf(Object.keys(CIPHERS)) ?? ''];
  const session: Session = { options, host, decrypts, warnings: [], told: '' };
  const input = await readInput(options.value('in'), host);
  const bytes = decrypts && isBase64 ? decodeLines(bytesToUtf8Lossy(input), options.has('A')) : input;
  const { output, error = [] } = cipher ? await ciphered(cipher, bytes, session) : { output: bytes };
  const shown =
    decrypts || !isBase64 ? output : options.has('A') ? encodeBase64(output) : base64Lines(output);
  const written = await writeOutput(options.value('out'), told(session, shown), host);
  const stderr = [...session.warnings, ...error].map((line) => `${line}\n`).join('');
  return { ...written, stderr, exitCode: error.length > 0 ? 1 : 0 };
}

/** What one call gathers on its way. */
interface Session {
  readonly options: Options;
  readonly host: ToolHost;
  readonly decrypts: boolean;
  readonly warnings: string[];
  /** What -p prints: salt, key and vector. */
  told: string;
}

function told({ options, told: text }: Session, shown: string | Bytes): string | Bytes {
  if (options.has('P')) return text;
  if (text === '') return shown;
  const rest = typeof shown === 'string' ? new TextEncoder().encode(shown) : shown;
  return Uint8Array.from([...new TextEncoder().encode(text), ...rest]);
}

async function ciphered(cipher: Cipher, input: Bytes, session: Session): Promise<Ciphered> {
  const { options, host, decrypts } = session;
  const password = options.has('K') ? undefined : await passwordOf(options, host);
  if (password) return underPassword(cipher, input, password, session);
  const [hexKey, hexIv] = [options.value('K'), options.value('iv')];
  if (hexKey === undefined)
    throw new OpensslFailure(
      `enter ${cipher.shown} ${decrypts ? 'decryption' : 'encryption'} password:`,
      'bad password read',
      notInTheLab('asks nobody: give -K and -iv, or -pass'),
    );
  if (hexIv === undefined) throw new OpensslFailure('iv undefined');
  const iv = fromHex(hexIv, cipher.ivLength, 'iv', session);
  const key = fromHex(hexKey, cipher.keyLength, 'key', session);
  if (options.has('p', 'P')) session.told = keyLines(EMPTY_BYTES, key, iv);
  return decrypts ? cipher.decrypt(key, iv, input) : cipher.encrypt(key, iv, input);
}

function underPassword(cipher: Cipher, input: Bytes, password: Bytes, session: Session): Ciphered {
  const { options, host, decrypts, warnings } = session;
  if (!isStretched(options))
    warnings.push('*** WARNING : deprecated key derivation used.', 'Using -iter or -pbkdf2 would be better.');
  const given = options.value('S');
  const own = given === undefined ? undefined : fromHex(given, SALT_LENGTH, 'salt', session);
  const carries = own === undefined && !options.has('nosalt');
  const read = decrypts && carries ? readSalted(input) : undefined;
  const salt = own ?? read?.salt ?? (carries ? host.randomBytes(SALT_LENGTH) : EMPTY_BYTES);
  const made = derived(options, password, salt, cipher.keyLength + cipher.ivLength);
  const key = made.slice(0, cipher.keyLength);
  // A vector that is given counts, even beside a password.
  const hexIv = options.value('iv');
  const iv =
    hexIv === undefined ? made.slice(cipher.keyLength) : fromHex(hexIv, cipher.ivLength, 'iv', session);
  if (options.has('p', 'P')) session.told = keyLines(salt, key, iv);
  if (decrypts) return cipher.decrypt(key, iv, read?.ciphertext ?? input);
  const { output, error } = cipher.encrypt(key, iv, input);
  return { output: carries ? salted(salt, output) : output, error };
}

const SALT_LENGTH = 8;

function keyLines(salt: Bytes, key: Bytes, iv: Bytes): string {
  const upper = (bytes: Bytes) => bytesToHex(bytes).toUpperCase();
  const first = salt.length > 0 ? `salt=${upper(salt)}\n` : '';
  return `${first}key=${upper(key)}\niv =${upper(iv)}\n`;
}

/** Hex of any length: too short a text is filled with zeros, of a long one the end is left. */
function fromHex(text: string, length: number, what: string, { warnings }: Session): Bytes {
  if (text.length > 2 * length) warnings.push('hex string is too long, ignoring excess');
  if (text.length < 2 * length) warnings.push('hex string is too short, padding with zero bytes to length');
  const hex = text.slice(0, 2 * length);
  if (!/^[0-9a-fA-F]*$/.test(hex))
    throw new OpensslFailure(...warnings, 'non-hex digit', `invalid hex ${what} value`);
  return hexToBytes(hex.padEnd(2 * length, '0'));
}

function refuseUnknownCipher(args: readonly string[]): void {
  const unknown = args.find(
    (arg) => /^-(id-)?(aes|des|camellia|chacha|aria)/.test(arg) && !(arg.slice(1) in CIPHERS),
  );
  if (unknown === undefined) return;
  const isSealing = /(gcm|ccm|ocb|poly1305)$/.test(unknown);
  const line = isSealing ? 'AEAD ciphers not supported' : `Unknown cipher: ${unknown.slice(1)}`;
  throw new OpensslFailure(...usage('enc', line), takes('enc', OPTIONS));
}
