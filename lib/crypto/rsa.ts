import type { Bytes } from '../base';
import { bitLength, bytesToNumber, modPow, modPowOfTwo, numberToBytes } from './modular';

export interface RsaPublicKey {
  readonly n: bigint;
  readonly e: bigint;
}

/** The two primes and their exponents as RFC 8017, section 3.2 names them. */
export interface RsaPrivateKey extends RsaPublicKey {
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dP: bigint;
  readonly dQ: bigint;
  readonly qInv: bigint;
}

/** Bits in the modulus: 2048 and its like. */
export function rsaBits(key: RsaPublicKey): number {
  return bitLength(key.n);
}

/** Bytes in the modulus, and so in every ciphertext and signature. */
export function rsaSize(key: RsaPublicKey): number {
  return Math.ceil(bitLength(key.n) / 8);
}

/** RSAEP and RSAVP1: undefined when the input is not below the modulus. */
export function rsaPublicOperation(key: RsaPublicKey, input: Bytes): Bytes | undefined {
  const value = bytesToNumber(input);
  if (input.length !== rsaSize(key) || value >= key.n) return undefined;
  return numberToBytes(modPow(value, key.e, key.n), input.length);
}

/** RSADP and RSASP1 by the Chinese remainder theorem: undefined when the input is not below the modulus. */
export function rsaPrivateOperation(key: RsaPrivateKey, input: Bytes): Bytes | undefined {
  const value = bytesToNumber(input);
  if (input.length !== rsaSize(key) || value >= key.n) return undefined;
  const m1 = modPow(value % key.p, key.dP, key.p);
  const m2 = modPow(value % key.q, key.dQ, key.q);
  const h = (((m1 - m2) % key.p) + key.p) * key.qInv;
  return numberToBytes(m2 + key.q * (h % key.p), input.length);
}

/** Whether the parts of a private key belong together and its primes pass Fermat's test. */
export function isConsistentRsaKey(key: RsaPrivateKey): boolean {
  const { n, e, d, p, q, dP, dQ, qInv } = key;
  if (p < 3n || q < 3n || p * q !== n || e < 3n || e % 2n === 0n) return false;
  const exponentsFit = (e * d) % (p - 1n) === 1n && (e * d) % (q - 1n) === 1n;
  const remaindersFit = dP === d % (p - 1n) && dQ === d % (q - 1n) && (qInv * q) % p === 1n && qInv < p;
  return exponentsFit && remaindersFit && modPowOfTwo(p - 1n, p) === 1n && modPowOfTwo(q - 1n, q) === 1n;
}
