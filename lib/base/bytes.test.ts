import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesToHex,
  bytesToUtf8,
  bytesToUtf8Lossy,
  concatBytes,
  equalBytes,
  hexToBytes,
  isHex,
  readU32be,
  u32be,
  utf8ToBytes,
} from './bytes';

describe('bytes', () => {
  it('joins parts in order', () => {
    expect(concatBytes(Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3))).toEqual(
      Uint8Array.of(1, 2, 3),
    );
  });

  it('compares by content and by length', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false);
    expect(equalBytes(new Uint8Array(0), new Uint8Array(0))).toBe(true);
  });

  it('gives back every text it has turned into UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\0', 'é', '€', '𝄞') }), (text) => {
        expect(bytesToUtf8(utf8ToBytes(text))).toBe(text);
        expect(bytesToUtf8Lossy(utf8ToBytes(text))).toBe(text);
      }),
    );
  });

  it('keeps a byte order mark as a character', () => {
    expect(bytesToUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA');
  });

  it('refuses what is not UTF-8 and, when asked to show it, marks the place', () => {
    expect(bytesToUtf8(Uint8Array.of(0x41, 0xff))).toBeUndefined();
    expect(bytesToUtf8(Uint8Array.of(0xc0, 0x80))).toBeUndefined();
    expect(bytesToUtf8Lossy(Uint8Array.of(0x41, 0xff, 0x42))).toBe('A\ufffdB');
  });

  it('gives back every byte string it has turned into hex', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const hex = bytesToHex(bytes);
        expect(hex).toBe(Buffer.from(bytes).toString('hex'));
        expect(hexToBytes(hex)).toEqual(new Uint8Array(bytes));
        expect(hexToBytes(hex.toUpperCase())).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('names what it found instead of hex', () => {
    expect(isHex('0g')).toBe(false);
    expect(() => hexToBytes('0g')).toThrow(
      'hex text: expected an even number of digits 0-9 a-f, found "0g" (2 characters)',
    );
    expect(() => hexToBytes('abc')).toThrow('found "abc" (3 characters)');
    expect(() => hexToBytes('z'.repeat(50))).toThrow(`found "${'z'.repeat(40)}..." (50 characters)`);
  });

  it('writes and reads 32-bit numbers, most significant byte first', () => {
    expect(u32be(0x89abcdef)).toEqual(Uint8Array.of(0x89, 0xab, 0xcd, 0xef));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        expect(readU32be(concatBytes(Uint8Array.of(7), u32be(value)), 1)).toBe(value);
      }),
    );
  });

  it('refuses numbers that do not fit and reads past the end', () => {
    expect(() => u32be(2 ** 32)).toThrow('expected a whole number from 0 to 4294967295, found 4294967296');
    expect(() => u32be(-1)).toThrow('found -1');
    expect(() => readU32be(Uint8Array.of(1, 2, 3, 4), 1)).toThrow(
      'expected 4 bytes at offset 1, found 4 bytes in all',
    );
  });
});
