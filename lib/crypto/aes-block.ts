import { unsafe } from '@noble/ciphers/aes.js';
import type { Bytes } from '../base';

/** A block, and each of its columns in one word: the byte of the first row lowest. */
const COLUMNS = 4;

/** Words of the longest expanded key: one column for each of 15 rounds. */
export const MOST_ROUND_WORDS = 15 * COLUMNS;

/** The round keys of AES (FIPS 197, 5.2), one column a word. @param key 16, 24 or 32 bytes */
export function expandAesKey(key: Bytes): Uint32Array {
  return unsafe.expandKeyLE(Uint8Array.from(key));
}

/** What the last block was encrypted to, until the next one. */
export const block = new Int32Array(COLUMNS);

/**
 * Encrypts one block (FIPS 197, 5.1) into `block`. The tables are 4 KB, small enough to stay in the nearest cache
 * whatever else a request touches; noble's are 640 KB.
 *
 * @param words hold `count` words of round keys from `at` on
 */
export function encryptBlock(
  words: Int32Array,
  at: number,
  count: number,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  let s0 = a ^ (words[at] as number);
  let s1 = b ^ (words[at + 1] as number);
  let s2 = c ^ (words[at + 2] as number);
  let s3 = d ^ (words[at + 3] as number);
  const last = at + count - COLUMNS;
  for (let k = at + COLUMNS; k < last; k += COLUMNS) {
    const t0 = mixed(s0, s1, s2, s3) ^ (words[k] as number);
    const t1 = mixed(s1, s2, s3, s0) ^ (words[k + 1] as number);
    const t2 = mixed(s2, s3, s0, s1) ^ (words[k + 2] as number);
    s3 = mixed(s3, s0, s1, s2) ^ (words[k + 3] as number);
    s0 = t0;
    s1 = t1;
    s2 = t2;
  }
  block[0] = substituted(s0, s1, s2, s3) ^ (words[last] as number);
  block[1] = substituted(s1, s2, s3, s0) ^ (words[last + 1] as number);
  block[2] = substituted(s2, s3, s0, s1) ^ (words[last + 2] as number);
  block[3] = substituted(s3, s0, s1, s2) ^ (words[last + 3] as number);
}

/** One column after SubBytes, ShiftRows and MixColumns: row by row out of four columns. */
function mixed(row0: number, row1: number, row2: number, row3: number): number {
  return (
    (MIXED_0[row0 & 255] as number) ^
    (MIXED_1[(row1 >>> 8) & 255] as number) ^
    (MIXED_2[(row2 >>> 16) & 255] as number) ^
    (MIXED_3[row3 >>> 24] as number)
  );
}

/** The same without MixColumns, as the last round has it. */
function substituted(row0: number, row1: number, row2: number, row3: number): number {
  return (
    (SUBSTITUTES[row0 & 255] as number) |
    ((SUBSTITUTES[(row1 >>> 8) & 255] as number) << 8) |
    ((SUBSTITUTES[(row2 >>> 16) & 255] as number) << 16) |
    ((SUBSTITUTES[row3 >>> 24] as number) << 24)
  );
}

/** Times x in the field of AES. */
function doubled(byte: number): number {
  return (byte << 1) ^ (byte & 0x80 ? 0x11b : 0);
}

/** FIPS 197, 5.1.1: the inverse in the field, found by powers of 3, then the affine transformation. */
const SUBSTITUTES: Uint8Array = (() => {
  const powers = new Uint8Array(255);
  for (let i = 0, power = 1; i < 255; i++, power ^= doubled(power)) powers[i] = power;
  const box = new Uint8Array(256).fill(affine(0), 0, 1);
  for (let i = 0; i < 255; i++) box[powers[i] as number] = affine(powers[(255 - i) % 255] as number);
  return box;
})();

function affine(byte: number): number {
  const twice = byte | (byte << 8);
  return (byte ^ (twice >>> 7) ^ (twice >>> 6) ^ (twice >>> 5) ^ (twice >>> 4) ^ 0x63) & 255;
}

/** What a byte of the first row adds to its column: 2, 1, 1 and 3 times its substitute. */
const MIXED_0 = Int32Array.from(SUBSTITUTES, (byte) => {
  const twice = doubled(byte);
  return twice | (byte << 8) | (byte << 16) | ((twice ^ byte) << 24);
});
const [MIXED_1, MIXED_2, MIXED_3] = [8, 16, 24].map((bits) =>
  MIXED_0.map((word) => (word << bits) | (word >>> (32 - bits))),
) as [Int32Array, Int32Array, Int32Array];
