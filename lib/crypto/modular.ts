import { type Bytes, bytesToHex, hexToBytes, needs } from '../base';

/** The number that the bytes spell, most significant byte first. */
export function bytesToNumber(bytes: Bytes): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytesToHex(bytes)}`);
}

/** The number in exactly `length` bytes, most significant byte first. */
export function numberToBytes(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  const hex = value.toString(16);
  needs(
    value >= 0n && hex.length <= 2 * length,
    `a number of at most ${length} bytes, found ${hex.length} digits`,
  );
  return hexToBytes(hex.padStart(2 * length, '0'));
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

const WINDOW = 5;

/** `base` to the power `exponent`, modulo `modulus`: five bits of the exponent at a time. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n, base % modulus];
  for (let i = 2; i < 1 << WINDOW; i++) {
    powers.push(((powers[i - 1] as bigint) * (powers[1] as bigint)) % modulus);
  }
  let result = 1n;
  for (const digit of windowsOf(exponent)) {
    for (let i = 0; i < WINDOW; i++) result = (result * result) % modulus;
    if (digit !== 0) result = (result * (powers[digit] as bigint)) % modulus;
  }
  return result % modulus;
}

/** Two to the power `exponent`: where `modPow` multiplies this one shifts, which the search for primes notices. */
export function modPowOfTwo(exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const digit of windowsOf(exponent)) {
    for (let i = 0; i < WINDOW; i++) result = (result * result) % modulus;
    if (digit !== 0) result = (result << BigInt(digit)) % modulus;
  }
  return result % modulus;
}

function windowsOf(exponent: bigint): number[] {
  const bits = exponent.toString(2);
  const digits: number[] = [];
  const first = bits.length % WINDOW;
  if (first > 0) digits.push(Number.parseInt(bits.slice(0, first), 2));
  for (let i = first; i < bits.length; i += WINDOW)
    digits.push(Number.parseInt(bits.slice(i, i + WINDOW), 2));
  return digits;
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The number that times `value` is 1 modulo `modulus`, or undefined when there is none. */
export function modInverse(value: bigint, modulus: bigint): bigint | undefined {
  let [remainder, next] = [modulus, ((value % modulus) + modulus) % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  if (remainder !== 1n) return undefined;
  return ((factor % modulus) + modulus) % modulus;
}
