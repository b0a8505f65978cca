import { ml_kem512, ml_kem768, ml_kem1024 } from '@noble/post-quantum/ml-kem.js';
import type { Bytes } from '../base';

/** The parameter sets of FIPS 203. */
export type MlKemName = 'ML-KEM-512' | 'ML-KEM-768' | 'ML-KEM-1024';

const SETS = { 'ML-KEM-512': ml_kem512, 'ML-KEM-768': ml_kem768, 'ML-KEM-1024': ml_kem1024 } as const;

/** The seed is d and z of FIPS 203 one after the other. */
export const ML_KEM_SEED_LENGTH = 64;

export interface MlKemLengths {
  readonly publicKey: number;
  readonly ciphertext: number;
}

/** fact: kms-engine 2.4 */
export const ML_KEM_LENGTHS: Readonly<Record<MlKemName, MlKemLengths>> = {
  'ML-KEM-512': { publicKey: 800, ciphertext: 768 },
  'ML-KEM-768': { publicKey: 1184, ciphertext: 1088 },
  'ML-KEM-1024': { publicKey: 1568, ciphertext: 1568 },
};

export interface MlKemKeyPair {
  readonly publicKey: Bytes;
  /** The expanded decapsulation key. */
  readonly secretKey: Bytes;
}

export function mlKemKeyFromSeed(name: MlKemName, seed: Bytes): MlKemKeyPair {
  return SETS[name].keygen(seed);
}

/** Undefined when the public key has the wrong length or coefficients out of range (FIPS 203, section 7.2). */
export function mlKemEncapsulate(
  name: MlKemName,
  publicKey: Bytes,
  random: Bytes,
): { ciphertext: Bytes; sharedSecret: Bytes } | undefined {
  if (!isMlKemPublicKey(name, publicKey)) return undefined;
  const { cipherText, sharedSecret } = SETS[name].encapsulate(publicKey, random);
  return { ciphertext: cipherText, sharedSecret };
}

/**
 * Undefined only for a ciphertext of the wrong length. Any other gives 32 bytes: the shared secret, or for a
 * ciphertext this key was not meant for, bytes that nobody else has (implicit rejection).
 */
export function mlKemDecapsulate(name: MlKemName, secretKey: Bytes, ciphertext: Bytes): Bytes | undefined {
  if (ciphertext.length !== ML_KEM_LENGTHS[name].ciphertext) return undefined;
  return SETS[name].decapsulate(ciphertext, secretKey);
}

const MODULUS = 3329;

/** The modulus check: three bytes hold two coefficients, each below 3329; the last 32 bytes are a seed. */
export function isMlKemPublicKey(name: MlKemName, publicKey: Bytes): boolean {
  if (publicKey.length !== ML_KEM_LENGTHS[name].publicKey) return false;
  for (let i = 0; i < publicKey.length - 32; i += 3) {
    const middle = publicKey[i + 1] as number;
    const first = (publicKey[i] as number) | ((middle & 15) << 8);
    const second = (middle >> 4) | ((publicKey[i + 2] as number) << 4);
    if (first >= MODULUS || second >= MODULUS) return false;
  }
  return true;
}
