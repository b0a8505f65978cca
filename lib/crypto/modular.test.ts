import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitLength, bytesToNumber, gcd, modInverse, modPow, modPowOfTwo, numberToBytes } from './modular';

/** The slow obvious twin: one bit at a time. */
function slowPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

const big = (max: bigint) => fc.bigInt({ min: 1n, max });

describe('modular arithmetic', () => {
  it('raises to powers like its slow twin', () => {
    fc.assert(
      fc.property(big(1n << 200n), fc.bigInt({ min: 0n, max: 1n << 200n }), big(1n << 200n), (b, e, m) => {
        expect(modPow(b, e, m)).toBe(slowPow(b, e, m));
        expect(modPowOfTwo(e, m)).toBe(slowPow(2n, e, m));
      }),
    );
  });

  it('finds the inverse when there is one and says when there is none', () => {
    fc.assert(
      fc.property(big(1n << 100n), fc.bigInt({ min: 2n, max: 1n << 100n }), (value, modulus) => {
        const inverse = modInverse(value, modulus);
        if (gcd(value, modulus) !== 1n) {
          expect(inverse).toBeUndefined();
        } else {
          expect(((inverse as bigint) * value) % modulus).toBe(1n);
          expect((inverse as bigint) < modulus).toBe(true);
        }
      }),
    );
  });

  it('turns numbers into bytes of a given length and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (value) => {
        const bytes = numberToBytes(value, 16);
        expect(bytes.length).toBe(16);
        expect(bytesToNumber(bytes)).toBe(value);
        expect(bitLength(value) <= 128).toBe(true);
      }),
    );
    expect([bitLength(0n), bitLength(1n), bitLength(255n), bitLength(256n)]).toEqual([0, 1, 8, 9]);
    expect(bytesToNumber(new Uint8Array(0))).toBe(0n);
    expect(() => numberToBytes(256n, 1)).toThrow('a number of at most 1 bytes, found 3 digits');
  });
});
