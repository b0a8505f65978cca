import { createCipheriv, createDecipheriv } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes } from '../base';
import { prepareAesGcm } from './aes-gcm';
import { GCM_VECTORS } from './vectors/aes';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const upTo = (length: number) => fc.uint8Array({ maxLength: length });

/** What OpenSSL makes of the same input. */
function sealedByOpenSsl(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return new Uint8Array(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]));
}

function openedByOpenSsl(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Uint8Array {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  cipher.setAuthTag(sealed.subarray(-16));
  return new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]));
}

describe('AES-GCM', () => {
  it.each(GCM_VECTORS)('gives the published result of $name and opens it', (vector) => {
    const cipher = prepareAesGcm(hexToBytes(vector.key));
    const [nonce, plaintext, aad] = [vector.nonce, vector.plaintext, vector.additionalData].map(
      hexToBytes,
    ) as [Uint8Array, Uint8Array, Uint8Array];
    const sealed = cipher.seal(nonce, plaintext, aad);
    expect(bytesToHex(sealed)).toBe(vector.ciphertext + vector.tag);
    expect(cipher.open(nonce, sealed, aad)).toEqual(plaintext);
  });

  it('agrees with OpenSSL and with the unprepared cipher, and opens what OpenSSL sealed', () => {
    fc.assert(
      fc.property(bytes(32), bytes(12), upTo(100), upTo(100), (key, nonce, plaintext, aad) => {
        const cipher = prepareAesGcm(key);
        const sealed = cipher.seal(nonce, plaintext, aad);
        expect(sealed).toEqual(sealedByOpenSsl(key, nonce, plaintext, aad));
        expect(sealed).toEqual(new Uint8Array(gcm(key, nonce, aad).encrypt(plaintext)));
        expect(cipher.open(nonce, sealed, aad)).toEqual(new Uint8Array(plaintext));
        expect(openedByOpenSsl(key, nonce, sealed, aad)).toEqual(new Uint8Array(plaintext));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with OpenSSL on the longest plaintext that KMS takes', () => {
    const [key, nonce] = [new Uint8Array(32).fill(7), new Uint8Array(12).fill(9)];
    const plaintext = Uint8Array.from({ length: 4096 }, (_, i) => i * 31);
    const aad = Uint8Array.from({ length: 8000 }, (_, i) => i * 17);
    expect(prepareAesGcm(key).seal(nonce, plaintext, aad)).toEqual(
      sealedByOpenSsl(key, nonce, plaintext, aad),
    );
  });

  it('serves many nonces and interleaved keys with one preparation', () => {
    const keys = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill));
    const ciphers = keys.map(prepareAesGcm);
    const aad = Uint8Array.of(1, 2, 3);
    for (let round = 0; round < 30; round++) {
      const nonce = new Uint8Array(12).fill(round);
      const at = round % 3;
      const plaintext = new Uint8Array(round).fill(round);
      const sealed = ciphers[at]?.seal(nonce, plaintext, aad);
      expect(sealed).toEqual(sealedByOpenSsl(keys[at] as Uint8Array, nonce, plaintext, aad));
    }
  });

  it('keeps no hold of the key bytes it was given', () => {
    const key = new Uint8Array(32).fill(5);
    const [nonce, plaintext, aad] = [new Uint8Array(12), Uint8Array.of(1, 2), new Uint8Array(0)];
    const cipher = prepareAesGcm(key);
    const expected = sealedByOpenSsl(key, nonce, plaintext, aad);
    key.fill(0);
    expect(cipher.seal(nonce, plaintext, aad)).toEqual(expected);
  });

  it('opens nothing that was changed by a single bit', () => {
    const plaintextAndAad = fc.tuple(upTo(40), upTo(40));
    fc.assert(
      fc.property(bytes(32), bytes(12), plaintextAndAad, fc.nat(), (key, nonce, [plaintext, aad], bit) => {
        const cipher = prepareAesGcm(key);
        const sealed = cipher.seal(nonce, plaintext, aad);
        const all = concatBytes(nonce, sealed, aad);
        const at = (bit >> 3) % all.length;
        all[at] = (all[at] as number) ^ (1 << (bit & 7));
        const end = 12 + sealed.length;
        expect(cipher.open(all.subarray(0, 12), all.subarray(12, end), all.subarray(end))).toBeUndefined();
      }),
    );
  });

  it('opens nothing that is shorter than a tag, nor what another key sealed', () => {
    const [nonce, aad] = [new Uint8Array(12), new Uint8Array(0)];
    const cipher = prepareAesGcm(new Uint8Array(32));
    const sealed = cipher.seal(nonce, Uint8Array.of(1), aad);
    expect(cipher.open(nonce, sealed.subarray(0, 15), aad)).toBeUndefined();
    expect(cipher.open(nonce, new Uint8Array(0), aad)).toBeUndefined();
    expect(prepareAesGcm(new Uint8Array(32).fill(1)).open(nonce, sealed, aad)).toBeUndefined();
  });

  it('refuses a nonce that has not 12 bytes, which would be a mistake of ours', () => {
    const cipher = prepareAesGcm(new Uint8Array(32));
    const none = new Uint8Array(0);
    expect(() => cipher.seal(new Uint8Array(16), none, none)).toThrow('expected 12 bytes, found 16');
  });
});
