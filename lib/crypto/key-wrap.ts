import { aeskwp } from '@noble/ciphers/aes.js';
import { type Bytes, concatBytes, needs } from '../base';
import { type RsaPrivateKey, type RsaPublicKey, rsaSize } from './rsa';
import { rsaOaepDecrypt, rsaOaepEncrypt } from './rsa-padding';

/** AES key wrap with padding (RFC 5649). @param material at least one byte */
export function aesKwpWrap(wrappingKey: Bytes, material: Bytes): Bytes {
  needs(material.length > 0, 'AES-KWP: expected at least one byte to wrap, found none');
  return aeskwp(wrappingKey).encrypt(material);
}

/** The material, or undefined when it was not wrapped under this key or was changed since. */
export function aesKwpUnwrap(wrappingKey: Bytes, wrapped: Bytes): Bytes | undefined {
  if (wrapped.length < 16 || wrapped.length % 8 !== 0) return undefined;
  try {
    return aeskwp(wrappingKey).decrypt(wrapped);
  } catch {
    return undefined;
  }
}

/** The hash of RSA_AES_KEY_WRAP_SHA_1 and _SHA_256. */
export type KeyWrapHash = 'SHA-1' | 'SHA-256';

/** Bytes of the AES key that carries the material. fact: kms-engine 8.2 */
const AES_KEY_LENGTH = 32;

/**
 * RSA AES key wrap: the AES key under RSA-OAEP, then the material under AES-KWP.
 *
 * @param aesKey 32 random bytes, used for this wrapping alone
 * @param oaepSeed random bytes, as many as the digest has
 */
export function rsaAesWrap(
  key: RsaPublicKey,
  hash: KeyWrapHash,
  material: Bytes,
  aesKey: Bytes,
  oaepSeed: Bytes,
): Bytes {
  needs(aesKey.length === AES_KEY_LENGTH, `AES key: expected 32 bytes, found ${aesKey.length}`);
  return concatBytes(rsaOaepEncrypt(key, hash, aesKey, oaepSeed), aesKwpWrap(aesKey, material));
}

/** The material, or undefined when either layer was not made for this key and hash. */
export function rsaAesUnwrap(key: RsaPrivateKey, hash: KeyWrapHash, wrapped: Bytes): Bytes | undefined {
  const size = rsaSize(key);
  const aesKey = rsaOaepDecrypt(key, hash, wrapped.subarray(0, size));
  // assumed: only the 256-bit AES key that the guide tells importers to make is taken.
  if (aesKey?.length !== AES_KEY_LENGTH) return undefined;
  return aesKwpUnwrap(aesKey, wrapped.subarray(size));
}
