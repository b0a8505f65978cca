import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIGEST_LENGTHS, digest, type HashName, shake256Digest } from './hashes';

const OPENSSL_NAMES: readonly (readonly [HashName, string])[] = [
  ['SHA-1', 'sha1'],
  ['SHA-224', 'sha224'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
];

describe('hashes', () => {
  it.each(OPENSSL_NAMES)('%s agrees with OpenSSL and is as long as the table says', (hash, name) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        const expected = new Uint8Array(createHash(name).update(message).digest());
        expect(new Uint8Array(digest(hash, message))).toEqual(expected);
        expect(expected.length).toBe(DIGEST_LENGTHS[hash]);
      }),
    );
  });

  it('SHAKE256 agrees with OpenSSL at every length asked for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 200 }), (message, length) => {
        const expected = createHash('shake256', { outputLength: length }).update(message).digest();
        expect(new Uint8Array(shake256Digest(message, length))).toEqual(new Uint8Array(expected));
      }),
    );
  });
});
