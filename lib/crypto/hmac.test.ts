import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, hexToBytes } from '../base';
import { hmac, verifyHmac } from './hmac';
import { HMAC_VECTORS } from './vectors/hmac';

const HASHES = ['SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'] as const;

describe('HMAC', () => {
  it.each(HMAC_VECTORS)('gives the published MACs of $name', ({ key, message, macs }) => {
    const computed = HASHES.map((hash) => [
      hash,
      bytesToHex(hmac(hash, hexToBytes(key), hexToBytes(message))),
    ]);
    expect(Object.fromEntries(computed)).toEqual(macs);
  });

  it.each(HASHES)(
    'with %s agrees with OpenSSL, and only the whole MAC of the same message verifies',
    (hash) => {
      const keyAndMessage = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.uint8Array());
      fc.assert(
        fc.property(keyAndMessage, fc.nat(), ([key, message], bit) => {
          const mac = hmac(hash, key, message);
          const expected = createHmac(hash.toLowerCase().replace('-', ''), key).update(message).digest();
          expect(new Uint8Array(mac)).toEqual(new Uint8Array(expected));
          expect(verifyHmac(hash, key, message, mac)).toBe(true);
          expect(verifyHmac(hash, key, message, mac.subarray(1))).toBe(false);
          const changed = mac.slice();
          const at = (bit >> 3) % mac.length;
          changed[at] = (changed[at] as number) ^ (1 << (bit & 7));
          expect(verifyHmac(hash, key, message, changed)).toBe(false);
        }),
      );
    },
  );
});
