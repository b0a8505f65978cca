import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { type Bytes, concatBytes } from '../base';
import { shake256Digest } from './hashes';

/** The parameter sets of FIPS 204. */
export type MlDsaName = 'ML-DSA-44' | 'ML-DSA-65' | 'ML-DSA-87';

const SETS = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 } as const;

export const ML_DSA_SEED_LENGTH = 32;
/** Bytes of the message representative that EXTERNAL_MU hands over instead of the message. */
export const ML_DSA_MU_LENGTH = 64;

export interface MlDsaKeyPair {
  readonly publicKey: Bytes;
  /** The expanded private key; worth keeping, it takes a millisecond or more to make. */
  readonly secretKey: Bytes;
}

export interface MlDsaLengths {
  readonly publicKey: number;
  readonly signature: number;
}

export const ML_DSA_LENGTHS: Readonly<Record<MlDsaName, MlDsaLengths>> = {
  'ML-DSA-44': { publicKey: 1312, signature: 2420 },
  'ML-DSA-65': { publicKey: 1952, signature: 3309 },
  'ML-DSA-87': { publicKey: 2592, signature: 4627 },
};

export function mlDsaKeyFromSeed(name: MlDsaName, seed: Bytes): MlDsaKeyPair {
  return SETS[name].keygen(seed);
}

/** The message representative of a message with an empty context (FIPS 204, algorithms 2 and 7). */
export function mlDsaMu(publicKey: Bytes, message: Bytes): Bytes {
  const emptyContext = Uint8Array.of(0, 0);
  return shake256Digest(concatBytes(shake256Digest(publicKey, 64), emptyContext, message), ML_DSA_MU_LENGTH);
}

/** Signs the message with an empty context, hedged with 32 random bytes (all zeros give the deterministic form). */
export function mlDsaSign(name: MlDsaName, secretKey: Bytes, message: Bytes, random: Bytes): Bytes {
  return SETS[name].sign(message, secretKey, { extraEntropy: random });
}

/** Signs a 64-byte message representative made by the caller, hedged in the same way. */
export function mlDsaSignMu(name: MlDsaName, secretKey: Bytes, mu: Bytes, random: Bytes): Bytes {
  return SETS[name].internal.sign(mu, secretKey, { extraEntropy: random, externalMu: true });
}

export function mlDsaVerify(name: MlDsaName, publicKey: Bytes, message: Bytes, signature: Bytes): boolean {
  if (!fits(name, publicKey, signature)) return false;
  return SETS[name].verify(signature, message, publicKey);
}

export function mlDsaVerifyMu(name: MlDsaName, publicKey: Bytes, mu: Bytes, signature: Bytes): boolean {
  if (!fits(name, publicKey, signature) || mu.length !== ML_DSA_MU_LENGTH) return false;
  return SETS[name].internal.verify(signature, mu, publicKey, { externalMu: true });
}

function fits(name: MlDsaName, publicKey: Bytes, signature: Bytes): boolean {
  const lengths = ML_DSA_LENGTHS[name];
  return publicKey.length === lengths.publicKey && signature.length === lengths.signature;
}
