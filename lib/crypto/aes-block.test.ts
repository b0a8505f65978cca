import { describe, expect, it } from 'vitest';
import { bytesToHex, hexToBytes } from '../base';
import { block, encryptBlock, expandAesKey } from './aes-block';

/** FIPS 197, appendix C. */
const PLAINTEXT = '00112233445566778899aabbccddeeff';
const VECTORS = [
  ['000102030405060708090a0b0c0d0e0f', '69c4e0d86a7b0430d8cdb78070b4c55a'],
  ['000102030405060708090a0b0c0d0e0f1011121314151617', 'dda97ca4864cdfe06eaf70a0ec0d7191'],
  ['000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', '8ea2b7ca516745bfeafc49904b496089'],
] as const;

describe('one block of AES', () => {
  it.each(VECTORS)('under %s is that of FIPS 197, wherever its round keys stand', (key, ciphertext) => {
    const roundKeys = expandAesKey(hexToBytes(key));
    const words = Int32Array.of(1, 2, 3, ...roundKeys, 4);
    const [a = 0, b = 0, c = 0, d = 0] = new Int32Array(hexToBytes(PLAINTEXT).buffer);
    encryptBlock(words, 3, roundKeys.length, a, b, c, d);
    expect(bytesToHex(new Uint8Array(block.slice().buffer))).toBe(ciphertext);
  });
});
