import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, hexToBytes } from '../base';
import { hmac, prepareHmac } from './hmac';
import { HMAC_VECTORS } from './vectors/hmac';

const HASHES = ['SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'] as const;

describe('HMAC', () => {
  it.each(HMAC_VECTORS)('gives the published MACs of $name', ({ key, message, macs }) => {
    const computed = HASHES.map((hash) => [
      hash,
      bytesToHex(prepareHmac(hash, hexToBytes(key)).mac(hexToBytes(message))),
    ]);
    expect(Object.fromEntries(computed)).toEqual(macs);
  });

  it.each(HASHES)(
    'with %s agrees with OpenSSL, and only the whole MAC of the same message verifies',
    (hash) => {
      const keyAndMessage = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.uint8Array());
      fc.assert(
        fc.property(keyAndMessage, fc.nat(), ([key, message], bit) => {
          const prepared = prepareHmac(hash, key);
          const mac = prepared.mac(message);
          const expected = createHmac(hash.toLowerCase().replace('-', ''), key).update(message).digest();
          expect(new Uint8Array(mac)).toEqual(new Uint8Array(expected));
          expect(hmac(hash, key, message)).toEqual(mac);
          expect(prepared.verify(message, mac)).toBe(true);
          expect(prepared.verify(message, mac.subarray(1))).toBe(false);
          const changed = mac.slice();
          const at = (bit >> 3) % mac.length;
          changed[at] = (changed[at] as number) ^ (1 << (bit & 7));
          expect(prepared.verify(message, changed)).toBe(false);
        }),
      );
    },
  );

  it('keeps what a key left behind apart from the messages and from other keys', () => {
    const [one, other] = [hexToBytes('01'), hexToBytes('02')].map((key) => prepareHmac('SHA-256', key));
    const message = hexToBytes('0a0b');
    const before = [one?.mac(message), other?.mac(message)];
    one?.mac(new Uint8Array(1000).fill(7));
    expect([one?.mac(message), other?.mac(message)]).toEqual(before);
    expect(before[0]).not.toEqual(before[1]);
  });
});
