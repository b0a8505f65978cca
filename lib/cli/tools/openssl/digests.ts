import type { HashName } from '../../../crypto';

/** The hashes by the names that options give them. */
export const DIGESTS: Readonly<Record<string, HashName>> = {
  sha1: 'SHA-1',
  sha224: 'SHA-224',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** As OpenSSL 3 prints them. */
const SHOWN: Readonly<Record<HashName, string>> = {
  'SHA-1': 'SHA1',
  'SHA-224': 'SHA2-224',
  'SHA-256': 'SHA2-256',
  'SHA-384': 'SHA2-384',
  'SHA-512': 'SHA2-512',
};

/** The hash of `sha256`, `SHA256`, `sha-256` or `SHA2-256`. */
export function digestNamed(name: string): HashName | undefined {
  const plain = name
    .toLowerCase()
    .replace(/^sha2-/, 'sha')
    .replace('-', '');
  return Object.hasOwn(DIGESTS, plain) ? DIGESTS[plain] : undefined;
}

export function shownDigest(hash: HashName): string {
  return SHOWN[hash];
}
