import type { Call, Refusal } from '../aws';
import { needs } from '../base';
import { MESSAGE_RANDOM_LENGTH, parseCiphertext } from './hsm/ciphertext';
import type { EncryptionContext } from './hsm/context';
import { hsmOf } from './hsm/hsm';
import type { KeyRecord } from './records/key';
import { type MaterialRecord, materialRecordId, materials } from './records/material';
import { incorrectKey, invalidCiphertext, validation, wrongAlgorithm, wrongUsage } from './rules/errors';
import { algorithmsOf, isSymmetric } from './rules/key-specs';

/** One encryption or decryption under a KMS key, whichever operation asks for it. */
export interface Ciphering {
  readonly key: KeyRecord;
  readonly algorithm: string;
  readonly context: EncryptionContext | undefined;
  /** As the refusal names it. */
  readonly operation: string;
  readonly call: Call<never> | Call;
}

/** The material that encrypts now. */
export function currentMaterial(call: Ciphering['call'], key: KeyRecord): MaterialRecord {
  const id = key.currentMaterialId;
  const material = id && call.world.table(materials).get(materialRecordId(key.keyId, id));
  needs(material, `${key.arn} is usable and has no current material`);
  return material;
}

/** refuses: InvalidKeyUsage, Validation. fact: kms-engine 2.2 */
export function encryptUnder(ciphering: Ciphering, plaintext: Uint8Array): Uint8Array | Refusal {
  const refusal = unsuited(ciphering);
  if (refusal) return refusal;
  const { key, context, call } = ciphering;
  const random = call.random('message', MESSAGE_RANDOM_LENGTH);
  return hsmOf(call.world).symmetric.encrypt(currentMaterial(call, key), plaintext, context, random);
}

export interface Decrypted {
  readonly plaintext: Uint8Array;
  /** The material that really decrypted, current or former; symmetric keys only. */
  readonly materialId?: string | undefined;
}

/** refuses: InvalidKeyUsage, InvalidCiphertext, IncorrectKey. fact: kms-engine 5.2 */
export function decryptUnder(ciphering: Ciphering, blob: Uint8Array): Decrypted | Refusal {
  const refusal = unsuited(ciphering);
  if (refusal) return refusal;
  const { key, context, call } = ciphering;
  const parsed = parseCiphertext(blob);
  if (!parsed) return invalidCiphertext();
  const material = call.world.table(materials).firstBy('tag', parsed.tag);
  // assumed: a ciphertext of another Region's key, decrypted with a KeyId given, is of the wrong key (kms-engine 5.2)
  if (!material || material.keyId !== key.keyId) return incorrectKey();
  const plaintext = hsmOf(call.world).symmetric.decrypt(material, parsed, context);
  return plaintext ? { plaintext, materialId: material.materialId } : invalidCiphertext();
}

function unsuited({ key, algorithm, context, operation }: Ciphering): Refusal | undefined {
  if (key.keyUsage !== 'ENCRYPT_DECRYPT') return wrongUsage(key, operation);
  if (!algorithmsOf(key.keySpec, key.keyUsage).includes(algorithm)) return wrongAlgorithm(algorithm, key);
  // assumed: the text (kms-engine 16)
  if (context && !isSymmetric(key.keySpec))
    return validation('EncryptionContext is not supported for asymmetric KMS keys.');
  return undefined;
}
