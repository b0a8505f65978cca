import { type Call, isRefusal, type Refusal } from '../../aws';
import type { EncryptionContext } from '../hsm/context';
import type { KeyRecord } from '../records/key';
import { type DataKeyLength, dataKeyLength } from '../rules/data-key-length';
import { type Encrypted, encryptUnder } from './encryption';

export interface DataKey extends Encrypted {
  readonly plaintext: Uint8Array;
}

/** A data key that has nothing to do with the KMS key but to be encrypted under it. fact: kms-engine 2.5 */
export function generateDataKey(
  call: Pick<Call, 'world' | 'random'>,
  key: KeyRecord,
  input: DataKeyLength & { readonly EncryptionContext?: EncryptionContext | undefined },
  operation: string,
): DataKey | Refusal {
  const context = input.EncryptionContext;
  const plaintext = call.random('data-key', dataKeyLength(input));
  const encrypted = encryptUnder(
    { key, algorithm: 'SYMMETRIC_DEFAULT', context, operation, call },
    plaintext,
  );
  if (isRefusal(encrypted)) return encrypted;
  return { plaintext, blob: encrypted.blob, materialId: encrypted.materialId };
}
