import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { type Bytes, concatBytes, EMPTY_BYTES, utf8ToBytes } from '../../../base';
import { digest, type HashName } from '../../../crypto';
import type { ToolHost } from '../tool';
import { digestNamed } from './digests';
import { notInTheLab, OpensslFailure, queuedNoFile } from './failure';
import { contentOf, readInput } from './files';
import { type Options, usage, wholeNumber } from './options';

const HASHES: Readonly<Partial<Record<HashName, typeof sha256 | typeof sha384 | typeof sha512>>> = {
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};

/** What -pbkdf2 counts to where -iter says nothing. */
const ITERATIONS = 10_000;
const MOST_ITERATIONS = 1_000_000;
const MOST_PASSWORD_BYTES = 1023;

/** The password of -pass, -k or -kfile; undefined where none is given. */
export async function passwordOf(options: Options, host: ToolHost): Promise<Bytes | undefined> {
  switch (options.lastOf(['pass', 'k', 'kfile'])) {
    case 'k':
      return utf8ToBytes(options.value('k') as string);
    case 'kfile': {
      const line = firstLine(await readInput(options.value('kfile'), host));
      if (line.length === 0) throw new OpensslFailure(...usage('enc', 'zero length password'));
      return line;
    }
    case 'pass':
      return passwordArgument(options.value('pass') as string, host);
    default:
      return undefined;
  }
}

async function passwordArgument(text: string, host: ToolHost): Promise<Bytes> {
  if (text === 'stdin') return firstLine(host.stdin);
  const [kind, rest = ''] = text.split(/:(.*)/s);
  if (kind === 'pass') return utf8ToBytes(rest);
  if (kind === 'env' && host.env[rest] !== undefined) return utf8ToBytes(host.env[rest]);
  if (kind === 'env') throw badPassword(`Can't read environment variable ${rest}`);
  if (kind !== 'file')
    throw badPassword(
      text.includes(':')
        ? `Invalid password argument, starting with "${kind}:"`
        : "Invalid password argument, missing ':' within the first 5 chars",
    );
  const content = await contentOf(rest, host);
  if (content) return firstLine(content);
  throw badPassword(`Can't open file ${rest}`, ...queuedNoFile(rest, 'r'));
}

function badPassword(line: string, ...queue: readonly string[]): OpensslFailure {
  return new OpensslFailure(line, 'Error getting password', ...queue);
}

/** A password is text: it ends at the first line's end, and at a zero byte of a key that was taken for text. */
function firstLine(bytes: Bytes): Bytes {
  const end = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d || byte === 0);
  return bytes.slice(0, Math.min(end < 0 ? bytes.length : end, MOST_PASSWORD_BYTES));
}

/** Key and initialization vector of a password, one behind the other. */
export function derived(options: Options, password: Bytes, salt: Bytes, length: number): Bytes {
  const name = options.value('md') ?? 'sha256';
  const hash = digestNamed(name);
  if (!hash) throw new OpensslFailure(...usage('enc', `Unknown option or message digest: ${name}`));
  if (!isStretched(options)) return simplyDerived(hash, password, salt, length);
  const count = options.has('iter') ? wholeNumber('enc', options.value('iter') as string) : ITERATIONS;
  if (count === 0) throw new OpensslFailure(...usage('enc', 'Non-positive number "0" for option -iter'));
  if (count > MOST_ITERATIONS)
    throw new OpensslFailure(notInTheLab(`counts to at most ${MOST_ITERATIONS}, found -iter ${count}`));
  const by = HASHES[hash];
  if (!by) throw new OpensslFailure(notInTheLab(`derives with sha256, sha384 or sha512, found -md ${name}`));
  return pbkdf2(by, password, salt, { c: count, dkLen: length });
}

export function isStretched(options: Options): boolean {
  return options.has('pbkdf2', 'iter');
}

/** The derivation of old: each digest over the one before, the password and the salt. */
function simplyDerived(hash: HashName, password: Bytes, salt: Bytes, length: number): Bytes {
  let made: Bytes = EMPTY_BYTES;
  for (let last: Bytes = EMPTY_BYTES; made.length < length; made = concatBytes(made, last))
    last = digest(hash, concatBytes(last, password, salt));
  return made.slice(0, length);
}
