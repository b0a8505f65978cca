import { needs } from '../../base';
import {
  DIGEST_LENGTHS,
  digest,
  ecdsaSign,
  ecdsaVerify,
  ed25519phSign,
  ed25519phVerify,
  ed25519Sign,
  ed25519Verify,
  type HashName,
  ML_DSA_MU_LENGTH,
  mlDsaSign,
  mlDsaSignMu,
  mlDsaVerify,
  mlDsaVerifyMu,
  type Pkcs1Hash,
  rsaPkcs1Sign,
  rsaPkcs1Verify,
  rsaPssSign,
  rsaPssVerify,
} from '../../crypto';
import { isMlDsa, type KeyPair } from './private-keys';

type MessageType = 'RAW' | 'DIGEST' | 'EXTERNAL_MU';

/** What is signed, and how the caller handed it over. */
export interface SignedMessage {
  readonly algorithm: string;
  readonly type: MessageType;
  readonly bytes: Uint8Array;
}

/** Random bytes a signature may need: a PSS salt, ECDSA's or ML-DSA's fresh entropy. */
export const SIGNATURE_RANDOM_LENGTH = 64;

/** How long a digest the algorithm wants; undefined where it takes none. fact: kms-engine 2.3 */
export function digestLength(algorithm: string): number | undefined {
  if (algorithm === 'ED25519_PH_SHA_512') return DIGEST_LENGTHS['SHA-512'];
  const hash = hashOf(algorithm);
  return hash && DIGEST_LENGTHS[hash];
}

export const EXTERNAL_MU_LENGTH = ML_DSA_MU_LENGTH;

/** The message fits the algorithm; whoever calls has checked that. fact: kms-engine 2.3 */
export function sign(
  { privateKey: key, secretKey }: KeyPair,
  message: SignedMessage,
  random: Uint8Array,
): Uint8Array {
  if (key.algorithm === 'RSA') {
    const { hash, bytes } = digested(message);
    const salt = random.subarray(0, DIGEST_LENGTHS[hash]);
    return isPss(message.algorithm)
      ? rsaPssSign(key.key, hash, bytes, salt)
      : rsaPkcs1Sign(key.key, hash, bytes);
  }
  if ('scalar' in key) {
    const { algorithm: curve, scalar } = key;
    return ecdsaSign({ curve, scalar }, digested(message).bytes, random.subarray(0, 32));
  }
  if (key.algorithm === 'Ed25519') {
    return isPrehashed(message)
      ? ed25519phSign(key.seed, message.bytes)
      : ed25519Sign(key.seed, message.bytes);
  }
  needs(secretKey && isMlDsa(key.algorithm), `${key.algorithm} signs nothing`);
  const signWith = message.type === 'EXTERNAL_MU' ? mlDsaSignMu : mlDsaSign;
  return signWith(key.algorithm, secretKey, message.bytes, random.subarray(0, 32));
}

export function verify({ publicKey: key }: KeyPair, message: SignedMessage, signature: Uint8Array): boolean {
  if (key.algorithm === 'RSA') {
    const { hash, bytes } = digested(message);
    return (isPss(message.algorithm) ? rsaPssVerify : rsaPkcs1Verify)(key.key, hash, bytes, signature);
  }
  if ('point' in key) {
    const { algorithm: curve, point } = key;
    return ecdsaVerify({ curve, point }, digested(message).bytes, signature);
  }
  if (key.algorithm === 'Ed25519') {
    return (isPrehashed(message) ? ed25519phVerify : ed25519Verify)(key.bytes, message.bytes, signature);
  }
  needs(isMlDsa(key.algorithm), `${key.algorithm} verifies nothing`);
  const verifyWith = message.type === 'EXTERNAL_MU' ? mlDsaVerifyMu : mlDsaVerify;
  return verifyWith(key.algorithm, key.bytes, message.bytes, signature);
}

function isPrehashed({ algorithm }: SignedMessage): boolean {
  return algorithm === 'ED25519_PH_SHA_512';
}

function digested({ algorithm, type, bytes }: SignedMessage): { hash: Pkcs1Hash; bytes: Uint8Array } {
  const hash = hashOf(algorithm) as Pkcs1Hash;
  return { hash, bytes: type === 'DIGEST' ? bytes : digest(hash, bytes) };
}

function isPss(algorithm: string): boolean {
  return algorithm.startsWith('RSASSA_PSS');
}

/** RSA and ECDSA name their hash; Ed25519 and ML-DSA hash inside. */
function hashOf(algorithm: string): HashName | undefined {
  const bits = /^(?:RSASSA|ECDSA)_.*SHA_(\d+)$/.exec(algorithm)?.[1];
  return bits === undefined ? undefined : (`SHA-${bits}` as HashName);
}
