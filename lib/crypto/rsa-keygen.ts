import { needs, type SeededStream } from '../base';
import { gcd, modInverse } from './modular';
import { randomStart, stepsToPrime } from './primes';
import type { RsaPrivateKey } from './rsa';

export type RsaBits = 2048 | 3072 | 4096;

/** How far the search had to go for each prime. No secret: without the stream they say nothing. */
export interface RsaCounters {
  readonly p: number;
  readonly q: number;
}

const PUBLIC_EXPONENT = 65537n;

/** Miller-Rabin rounds for a prime of half the modulus (FIPS 186-5, table B.1). */
const ROUNDS: Readonly<Record<RsaBits, number>> = { 2048: 5, 3072: 4, 4096: 4 };

/**
 * An RSA key that depends on the stream alone. Both primes are sought upwards from a random start
 * (differs: FIPS 186-5 draws each candidate anew; the counters would then be as long and the search slower).
 * The counters let `rebuildRsa` make the same key without searching.
 */
export function generateRsa(
  bits: RsaBits,
  stream: SeededStream,
): { key: RsaPrivateKey; counters: RsaCounters } {
  const half = bits / 2;
  const startP = randomStart(half, stream);
  const startQ = randomStart(half, stream);
  const rounds = ROUNDS[bits];
  const counterP = stepsToPrime(startP, 0, rounds, stream, suitsExponent);
  const p = startP + 2n * BigInt(counterP);
  const leastDistance = 1n << BigInt(half - 100);
  const counterQ = stepsToPrime(startQ, 0, rounds, stream, (q) => {
    const distance = q > p ? q - p : p - q;
    return distance > leastDistance && suitsExponent(q);
  });
  const counters = { p: counterP, q: counterQ };
  return { key: keyOfPrimes(bits, p, startQ + 2n * BigInt(counterQ)), counters };
}

/** The key that `generateRsa` found, from a fresh stream of the same seed and purpose. */
export function rebuildRsa(bits: RsaBits, stream: SeededStream, counters: RsaCounters): RsaPrivateKey {
  const startP = randomStart(bits / 2, stream);
  const startQ = randomStart(bits / 2, stream);
  return keyOfPrimes(bits, startP + 2n * BigInt(counters.p), startQ + 2n * BigInt(counters.q));
}

function suitsExponent(prime: bigint): boolean {
  return prime % PUBLIC_EXPONENT !== 1n;
}

function keyOfPrimes(bits: RsaBits, one: bigint, other: bigint): RsaPrivateKey {
  const [p, q] = one > other ? [one, other] : [other, one];
  const n = p * q;
  needs(n >> BigInt(bits - 1) === 1n, `an RSA modulus of ${bits} bits`);
  const lambda = ((p - 1n) * (q - 1n)) / gcd(p - 1n, q - 1n);
  const d = modInverse(PUBLIC_EXPONENT, lambda);
  const qInv = modInverse(q, p);
  needs(d !== undefined && qInv !== undefined, 'two different primes that suit the public exponent');
  return { n, e: PUBLIC_EXPONENT, d, p, q, dP: d % (p - 1n), dQ: d % (q - 1n), qInv };
}
