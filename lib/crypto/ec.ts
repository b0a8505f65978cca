import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { Bytes } from '../base';

export type CurveName = 'P-256' | 'P-384' | 'P-521' | 'secp256k1';

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521, secp256k1 } as const;

/** A private key is its scalar, as long as the curve's order. */
export interface EcPrivateKey {
  readonly curve: CurveName;
  readonly scalar: Bytes;
}

/** A public key is its point, uncompressed: 04, x, y. */
export interface EcPublicKey {
  readonly curve: CurveName;
  readonly point: Bytes;
}

/** Random bytes that `ecKeyFromRandom` takes. */
export function ecRandomLength(curve: CurveName): number {
  return CURVES[curve].lengths.seed as number;
}

/** Half as many bytes again as the scalar has, so that no scalar is likelier than another (FIPS 186-5, A.2.1). */
export function ecKeyFromRandom(curve: CurveName, random: Bytes): EcPrivateKey {
  return { curve, scalar: CURVES[curve].utils.randomSecretKey(random) };
}

export function ecPublicKey(key: EcPrivateKey): EcPublicKey {
  return { curve: key.curve, point: CURVES[key.curve].getPublicKey(key.scalar, false) };
}

/** Whether the scalar is as long as the curve asks and neither 0 nor too big. */
export function isEcPrivateKey(key: EcPrivateKey): boolean {
  return CURVES[key.curve].utils.isValidSecretKey(key.scalar);
}

/** Whether the point is written uncompressed and lies on the curve. */
export function isEcPublicKey(key: EcPublicKey): boolean {
  return CURVES[key.curve].utils.isValidPublicKey(key.point, false);
}

/**
 * ECDSA over a digest, written in DER; either half of the signature may be large, as KMS gives it. Random bytes
 * make two signatures of one digest differ.
 */
export function ecdsaSign(key: EcPrivateKey, messageDigest: Bytes, random: Bytes): Bytes {
  return CURVES[key.curve].sign(messageDigest, key.scalar, {
    prehash: false,
    format: 'der',
    lowS: false,
    extraEntropy: random,
  });
}

/** False for a wrong signature and for what is no DER signature at all. */
export function ecdsaVerify(key: EcPublicKey, messageDigest: Bytes, signature: Bytes): boolean {
  try {
    const options = { prehash: false, format: 'der', lowS: false } as const;
    return CURVES[key.curve].verify(signature, messageDigest, key.point, options);
  } catch {
    return false;
  }
}

/** The raw x coordinate of the shared point, or undefined when the peer's key is no point of the same curve. */
export function ecdh(key: EcPrivateKey, peer: EcPublicKey): Bytes | undefined {
  if (peer.curve !== key.curve || !isEcPublicKey(peer)) return undefined;
  return CURVES[key.curve].getSharedSecret(key.scalar, peer.point, true).slice(1);
}
