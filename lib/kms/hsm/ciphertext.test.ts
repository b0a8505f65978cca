import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, EMPTY_BYTES, equalBytes } from '../../base';
import { assemble, HEADER_LENGTH, NONCE_LENGTH, parseCiphertext, tagKey, writeHeader } from './ciphertext';

const parts = fc.record({
  tag: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  random: fc.uint8Array({ minLength: 44, maxLength: 44 }),
  sealed: fc.integer({ min: 17, max: 4112 }).map((length) => new Uint8Array(length).fill(length)),
});

function blobOf({ tag, random, sealed }: { tag: Uint8Array; random: Uint8Array; sealed: Uint8Array }) {
  const header = new Uint8Array(HEADER_LENGTH);
  writeHeader(header, tag, random);
  return assemble(header, random.subarray(32), sealed);
}

describe('the symmetric ciphertext', () => {
  it('is taken apart into what it was made of, at every length', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const blob = blobOf(made);
        const parsed = parseCiphertext(blob);
        expect([parsed?.tag, parsed?.nonce]).toEqual([tagKey(made.tag), made.random.subarray(32)]);
        expect(equalBytes(parsed?.sealed ?? EMPTY_BYTES, made.sealed)).toBe(true);
        expect(bytesToHex(blob.slice(0, 5))).toBe('0102020078');
      }),
    );
  });

  it('is a PKCS #7 encryptedData structure behind the header, that names AES-256-GCM and its nonce', () => {
    const random = Uint8Array.from({ length: 44 }, (_, i) => i);
    const blob = blobOf({ tag: new Uint8Array(32), random, sealed: new Uint8Array(48) });
    const structure = bytesToHex(blob.slice(HEADER_LENGTH));
    expect(structure.slice(0, 28)).toBe('307106092a864886f70d010706a0');
    expect(structure).toContain(`060960864801650304012e3011040c${bytesToHex(random.slice(32))}020110`);
    expect(structure.length / 2).toBe(2 + 0x71);
    expect(NONCE_LENGTH).toBe(12);
  });

  it('is nothing when anything of its frame is changed, cut off or added', () => {
    const blob = blobOf({ tag: new Uint8Array(32), random: new Uint8Array(44), sealed: new Uint8Array(48) });
    const free = new Set<number>();
    for (let i = 0; i < blob.length; i++) {
      const changed = Uint8Array.from(blob);
      changed[i] = (changed[i] as number) ^ 0x40;
      if (parseCiphertext(changed)) free.add(i);
    }
    // Tag and message id, the nonce, and the sealed bytes at the end.
    expect(free.size).toBe(32 + 32 + 12 + 48);
    for (let length = 0; length < blob.length; length++)
      expect(parseCiphertext(blob.slice(0, length))).toBeUndefined();
    expect(parseCiphertext(new Uint8Array([...blob, 0]))).toBeUndefined();
  });

  it('names a tag by one key and no two tags by the same', () => {
    const tag = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(tag, tag, (one, two) => {
        expect(tagKey(one) === tagKey(two)).toBe(bytesToHex(one) === bytesToHex(two));
        expect(tagKey(Uint8Array.from([9, 9, ...one]), 2)).toBe(tagKey(one));
      }),
    );
  });
});
