import { ed25519, ed25519ph } from '@noble/curves/ed25519.js';
import type { Bytes } from '../base';

/** The 32 bytes that RFC 8032 calls the private key; any 32 bytes are one. */
export type Ed25519Seed = Bytes;

export const ED25519_LENGTH = 32;

export function ed25519PublicKey(seed: Ed25519Seed): Bytes {
  return ed25519.getPublicKey(seed);
}

/** Pure Ed25519 over the message itself. Deterministic. */
export function ed25519Sign(seed: Ed25519Seed, message: Bytes): Bytes {
  return ed25519.sign(message, seed);
}

export function ed25519Verify(publicKey: Bytes, message: Bytes, signature: Bytes): boolean {
  return accepts(() => ed25519.verify(signature, message, publicKey, { zip215: false }));
}

/** Ed25519ph with an empty context: hashes the message with SHA-512 before signing. */
export function ed25519phSign(seed: Ed25519Seed, message: Bytes): Bytes {
  return ed25519ph.sign(message, seed);
}

export function ed25519phVerify(publicKey: Bytes, message: Bytes, signature: Bytes): boolean {
  return accepts(() => ed25519ph.verify(signature, message, publicKey, { zip215: false }));
}

/** Whether the 32 bytes are the canonical form of a point that Ed25519 can verify with. */
export function isEd25519PublicKey(publicKey: Bytes): boolean {
  return publicKey.length === ED25519_LENGTH && ed25519.utils.isValidPublicKey(publicKey, false);
}

/** Noble throws on a signature or a key of the wrong length; to a verifier that is only a wrong one. */
function accepts(verify: () => boolean): boolean {
  try {
    return verify();
  } catch {
    return false;
  }
}
