import { needs, type SeededStream } from '../base';
import { bitLength, bytesToNumber, modPow, modPowOfTwo } from './modular';

/** Odd numbers looked at in one go of the sieve. */
const WINDOW = 8192;
/** Small primes up to here are sieved out; beyond, a modular power costs less than the sieve saves. */
const SIEVE_LIMIT = 2 ** 18;

/**
 * How many steps of two from the odd number `start` the first prime lies, looking from step `from` on.
 *
 * @param isWanted a further condition on the prime that costs next to nothing to ask
 */
export function stepsToPrime(
  start: bigint,
  from: number,
  rounds: number,
  stream: SeededStream,
  isWanted: (candidate: bigint) => boolean,
): number {
  needs(start % 2n === 1n && start > SIEVE_LIMIT, `an odd start above ${SIEVE_LIMIT}, found ${start}`);
  const remainders = remaindersOf(start);
  for (let base = from; ; base += WINDOW) {
    const composite = sieve(remainders, base);
    for (let i = 0; i < WINDOW; i++) {
      if (composite[i] === 1) continue;
      const candidate = start + 2n * BigInt(base + i);
      if (isWanted(candidate) && isProbablePrime(candidate, rounds, stream)) return base + i;
    }
  }
}

/**
 * Miller-Rabin (FIPS 186-5, B.3.1): base 2 first, which turns nearly every composite away, then `rounds` bases
 * from the stream.
 */
export function isProbablePrime(candidate: bigint, rounds: number, stream: SeededStream): boolean {
  if (candidate < 4n) return candidate > 1n;
  if (candidate % 2n === 0n) return false;
  const less = candidate - 1n;
  let odd = less;
  let twos = 0;
  while (odd % 2n === 0n) {
    odd >>= 1n;
    twos++;
  }
  if (!passes(modPowOfTwo(odd, candidate), twos, candidate)) return false;
  const length = Math.ceil(bitLength(candidate) / 8);
  for (let round = 0; round < rounds; round++) {
    const witness = 2n + (bytesToNumber(stream.next(length)) % (candidate - 3n));
    if (!passes(modPow(witness, odd, candidate), twos, candidate)) return false;
  }
  return true;
}

function passes(power: bigint, twos: number, candidate: bigint): boolean {
  if (power === 1n) return true;
  for (let i = 0; i < twos; i++) {
    if (power === candidate - 1n) return true;
    power = (power * power) % candidate;
  }
  return false;
}

/** A mark for each of the odd numbers start + 2 (base + i) that a small prime divides. */
function sieve(remainders: Uint32Array, base: number): Uint8Array {
  const composite = new Uint8Array(WINDOW);
  const primes = smallPrimes();
  for (let k = 0; k < primes.length; k++) {
    const prime = primes[k] as number;
    const remainder = ((remainders[k] as number) + 2 * base) % prime;
    // The first i for which remainder + 2 i is a multiple of the prime.
    const missing = (prime - remainder) % prime;
    for (let i = missing % 2 === 0 ? missing / 2 : (missing + prime) / 2; i < WINDOW; i += prime)
      composite[i] = 1;
  }
  return composite;
}

/** The start modulo each small prime, two primes to one division of the big number. */
function remaindersOf(start: bigint): Uint32Array {
  const primes = smallPrimes();
  const remainders = new Uint32Array(primes.length);
  for (let k = 0; k < primes.length; k += 2) {
    const first = primes[k] as number;
    const second = primes[k + 1] ?? 1;
    const both = Number(start % BigInt(first * second));
    remainders[k] = both % first;
    if (k + 1 < primes.length) remainders[k + 1] = both % second;
  }
  return remainders;
}

let knownPrimes: Uint32Array | undefined;

/** The odd primes below the limit. */
function smallPrimes(): Uint32Array {
  if (knownPrimes) return knownPrimes;
  const composite = new Uint8Array(SIEVE_LIMIT);
  const primes: number[] = [];
  for (let n = 3; n < SIEVE_LIMIT; n += 2) {
    if (composite[n] === 1) continue;
    primes.push(n);
    for (let multiple = n * n; multiple < SIEVE_LIMIT; multiple += 2 * n) composite[multiple] = 1;
  }
  knownPrimes = Uint32Array.from(primes);
  return knownPrimes;
}

/** An odd number of exactly `bits` bits whose two top bits are set, so that two of them make a full-size product. */
export function randomStart(bits: number, stream: SeededStream): bigint {
  const bytes = stream.next(bits / 8);
  bytes[0] = (bytes[0] as number) | 0xc0;
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) | 1;
  return bytesToNumber(bytes);
}
