import { type Call, isRefusal, type Refusal } from '../../aws';
import { needs } from '../../base';
import { MESSAGE_RANDOM_LENGTH } from '../hsm/ciphertext';
import type { EncryptionContext } from '../hsm/context';
import { hsmOf } from '../hsm/hsm';
import type { KeyRecord } from '../records/key';
import { type MaterialRecord, materials } from '../records/material';
import { incorrectKey, invalidCiphertext, validation, wrongAlgorithm, wrongUsage } from '../rules/errors';
import { algorithmsOf, isSymmetric } from '../rules/key-specs';
import { decryptInStore, encryptInStore } from '../stores/store-cryptography';
import { decryptWithRsa, encryptWithRsa } from './asymmetric';
import { type NamedMaterial, readCiphertext } from './read-ciphertext';

/** One encryption or decryption under a KMS key, whichever operation asks for it. */
export interface Ciphering {
  readonly key: KeyRecord;
  readonly algorithm: string;
  readonly context: EncryptionContext | undefined;
  /** As the refusal names it. */
  readonly operation: string;
  readonly call: Pick<Call, 'world' | 'random'>;
}

export interface Encrypted {
  readonly blob: Uint8Array;
  /** The material that encrypted; symmetric keys only. */
  readonly materialId?: string | undefined;
}

export interface Decrypted {
  readonly plaintext: Uint8Array;
  /** The material that really decrypted, current or former; symmetric keys only. */
  readonly materialId?: string | undefined;
}

/** refuses: InvalidKeyUsage, Validation. fact: kms-engine 2.2 */
export function encryptUnder(ciphering: Ciphering, plaintext: Uint8Array): Encrypted | Refusal {
  const refusal = unsuited(ciphering);
  if (refusal) return refusal;
  const { key, algorithm, context, call } = ciphering;
  if (!isSymmetric(key.keySpec)) {
    const blob = encryptWithRsa(call, key, algorithm, plaintext);
    return isRefusal(blob) ? blob : { blob };
  }
  const material = currentMaterial(call, key);
  const random = call.random('message', MESSAGE_RANDOM_LENGTH);
  const blob = hsmOf(call.world).symmetric.encrypt(material, plaintext, context, random);
  if (key.customKeyStoreId === undefined) return { blob, materialId: material.materialId };
  // The material of a custom key store has no id that is shown.
  const stored = encryptInStore(call, key, blob, context);
  return isRefusal(stored) ? stored : { blob: stored };
}

/**
 * refuses: InvalidKeyUsage, InvalidCiphertext, IncorrectKey. fact: kms-engine 5.2
 * @param named the ciphertext taken apart, where that was done to find the key
 */
export function decryptUnder(
  ciphering: Ciphering,
  blob: Uint8Array,
  named?: NamedMaterial | undefined,
): Decrypted | Refusal {
  const refusal = unsuited(ciphering);
  if (refusal) return refusal;
  const { key, algorithm, context, call } = ciphering;
  if (!isSymmetric(key.keySpec)) {
    const plaintext = decryptWithRsa(call, key, algorithm, blob);
    return isRefusal(plaintext) ? plaintext : { plaintext };
  }
  const ciphertext = named ?? readCiphertext(call.world, blob);
  if (!ciphertext) return invalidCiphertext();
  const { parsed, material } = ciphertext;
  // assumed: a ciphertext of another Region's key, decrypted with a KeyId given, is of the wrong key (kms-engine 5.2)
  if (!material || material.keyId !== key.keyId) return incorrectKey();
  const stored = decryptInStore(call, key, parsed, context);
  if (isRefusal(stored)) return stored;
  const plaintext = hsmOf(call.world).symmetric.decrypt(material, stored, context);
  if (!plaintext) return invalidCiphertext();
  return key.customKeyStoreId === undefined ? { plaintext, materialId: material.materialId } : { plaintext };
}

/** The material that encrypts now. */
function currentMaterial({ world }: Ciphering['call'], key: KeyRecord): MaterialRecord {
  const id = key.currentMaterialId;
  const material = id && world.table(materials).get(id);
  needs(material, `${key.arn} is usable and has no current material`);
  return material;
}

function unsuited({ key, algorithm, context, operation }: Ciphering): Refusal | undefined {
  if (key.keyUsage !== 'ENCRYPT_DECRYPT') return wrongUsage(key, operation);
  if (!algorithmsOf(key.keySpec, key.keyUsage).includes(algorithm)) return wrongAlgorithm(algorithm, key);
  if (isSymmetric(key.keySpec) || Object.keys(context ?? {}).length === 0) return undefined;
  // assumed: the text (kms-engine 16)
  return validation('EncryptionContext is not supported for asymmetric KMS keys.');
}
