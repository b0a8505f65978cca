import { describe, expect, it } from 'vitest';
import { seededStream } from '../base';
import { isProbablePrime, stepsToPrime } from './primes';

const stream = () => seededStream('primes', 'test');

describe('primes', () => {
  it('tells the small primes from the other small numbers', () => {
    const isPrime = (n: number) =>
      n > 1 && Array.from({ length: n }, (_, d) => d).every((d) => d < 2 || n % d > 0);
    for (let n = 0; n < 500; n++)
      expect([n, isProbablePrime(BigInt(n), 3, stream())]).toEqual([n, isPrime(n)]);
  });

  it('is not taken in by numbers that pass Fermat for base 2', () => {
    // The first pseudoprimes, Carmichael numbers, and the first strong pseudoprimes to base 2 (OEIS A001567, A002997,
    // A001262).
    const impostors = [
      341n,
      561n,
      645n,
      1105n,
      1729n,
      2465n,
      2821n,
      6601n,
      2047n,
      3277n,
      4033n,
      4681n,
      8321n,
    ];
    expect(impostors.filter((n) => isProbablePrime(n, 5, stream()))).toEqual([]);
  });

  it('knows the large Mersenne primes from their neighbours', () => {
    expect(isProbablePrime(2n ** 521n - 1n, 4, stream())).toBe(true);
    expect(isProbablePrime(2n ** 523n - 1n, 4, stream())).toBe(false);
  });

  it('finds the first prime from a start on, beyond the sieve and across its windows', () => {
    const start = 10n ** 12n + 1n;
    // 10^12 + 39 is the first prime above 10^12, 10^12 + 61 the second.
    expect(stepsToPrime(start, 0, 5, stream(), () => true)).toBe(19);
    expect(stepsToPrime(start, 20, 5, stream(), () => true)).toBe(30);
    const far = (candidate: bigint) => candidate > start + 40_000n;
    const steps = stepsToPrime(start, 0, 5, stream(), far);
    const before = Array.from({ length: steps - 20_000 }, (_, i) => start + 2n * BigInt(20_000 + i));
    expect(before.filter((n) => far(n) && isProbablePrime(n, 5, stream()))).toEqual([]);
    expect(isProbablePrime(start + 2n * BigInt(steps), 5, stream())).toBe(true);
  });
});
