import type { Call, Refusal } from '../../aws';
import { decodeBase64, needs } from '../../base';
import { encodeSpki, type HashName, rsaOaepDecrypt, rsaOaepEncrypt, rsaOaepMaxLength } from '../../crypto';
import { hsmOf } from '../hsm/hsm';
import type { KeyPair } from '../hsm/private-keys';
import type { KeyRecord } from '../records/key';
import { type MaterialRecord, materials } from '../records/material';
import { invalidCiphertext, validation } from '../rules/errors';

/** The one material of an asymmetric or HMAC key: such keys are never rotated. */
export function onlyMaterial({ world }: Pick<Call, 'world'>, key: KeyRecord): MaterialRecord {
  const material = world.table(materials).firstBy('key', key.keyId);
  needs(material, `${key.arn} is usable and has no material`);
  return material;
}

export function keyPairFor(call: Pick<Call, 'world'>, key: KeyRecord): KeyPair {
  return hsmOf(call.world).keyPair(onlyMaterial(call, key));
}

/** DER SubjectPublicKeyInfo. It outlives imported material. fact: kms-engine 3.2 (GetPublicKey, PendingImport) */
export function publicKeyFor(call: Pick<Call, 'world'>, key: KeyRecord): Uint8Array {
  const { publicKey } = onlyMaterial(call, key);
  const known = publicKey === undefined ? undefined : decodeBase64(publicKey);
  return known ?? encodeSpki(keyPairFor(call, key).publicKey);
}

/** RSA-OAEP with the same hash in MGF1 and an empty label. fact: kms-engine 2.1, 2.2 */
export function encryptWithRsa(
  call: Pick<Call, 'world' | 'random'>,
  key: KeyRecord,
  algorithm: string,
  plaintext: Uint8Array,
): Uint8Array | Refusal {
  const { privateKey } = keyPairFor(call, key);
  needs(privateKey.algorithm === 'RSA', `${key.arn} is no RSA key`);
  const hash = oaepHash(algorithm);
  const most = rsaOaepMaxLength(privateKey.key, hash);
  if (plaintext.length > most) {
    return validation(
      `Algorithm ${algorithm} and key spec ${key.keySpec} cannot encrypt data larger than ${most} bytes.`,
    );
  }
  return rsaOaepEncrypt(privateKey.key, hash, plaintext, call.random('oaep', hash === 'SHA-1' ? 20 : 32));
}

export function decryptWithRsa(
  call: Pick<Call, 'world'>,
  key: KeyRecord,
  algorithm: string,
  blob: Uint8Array,
): Uint8Array | Refusal {
  const { privateKey } = keyPairFor(call, key);
  needs(privateKey.algorithm === 'RSA', `${key.arn} is no RSA key`);
  return rsaOaepDecrypt(privateKey.key, oaepHash(algorithm), blob) ?? invalidCiphertext();
}

function oaepHash(algorithm: string): HashName {
  return algorithm === 'RSAES_OAEP_SHA_1' ? 'SHA-1' : 'SHA-256';
}
