import { type AwsWorld, type Call, type Refusal, refuse } from '../../aws';
import { needs } from '../../base';
import type { ParsedCiphertext } from '../hsm/ciphertext';
import type { EncryptionContext } from '../hsm/context';
import { EXTERNAL_NONCE_LENGTH, openExternally, sealExternally } from '../hsm/external-keys';
import { type CustomKeyStoreRecord, customKeyStores } from '../records/custom-key-store';
import type { KeyRecord } from '../records/key';
import { invalidState } from '../rules/key-states';
import { clusterTrouble } from './clusters';
import { cryptographyFault } from './proxies';
import { faultForCryptography } from './proxy-faults';
import { isReliable } from './reliability';

/** Lets the store's backing take part in an encryption that KMS has done. Other keys pass through. */
export function encryptInStore(
  call: Pick<Call, 'world' | 'random'>,
  key: KeyRecord,
  blob: Uint8Array,
  context: EncryptionContext | undefined,
): Uint8Array | Refusal {
  if (key.customKeyStoreId === undefined) return blob;
  const trouble = storeTrouble(call.world, key, 'ENCRYPT');
  if (trouble) return trouble;
  const { account, xksKeyId } = key;
  if (xksKeyId === undefined) return blob;
  const nonce = call.random('external-nonce', EXTERNAL_NONCE_LENGTH);
  return sealExternally(call.world.seed, { account, xksKeyId }, blob, context, nonce);
}

/** The other way round: what KMS has to decrypt once the backing has done its part. */
export function decryptInStore(
  { world }: Pick<Call, 'world'>,
  key: KeyRecord,
  parsed: ParsedCiphertext,
  context: EncryptionContext | undefined,
): ParsedCiphertext | Refusal {
  if (key.customKeyStoreId === undefined) return parsed;
  const trouble = storeTrouble(world, key, 'DECRYPT');
  if (trouble) return trouble;
  const { account, xksKeyId } = key;
  if (xksKeyId === undefined) return parsed;
  return openExternally(world.seed, { account, xksKeyId }, parsed, context) ?? rejectedCiphertext();
}

/** fact: kms-engine 9.6 (CloudTrail sample). assumed: the caller gets it as InvalidCiphertextException */
function rejectedCiphertext(): Refusal {
  return refuse(
    'InvalidCiphertextException',
    'The external key store proxy rejected the request because the specified ciphertext or additional authenticated data is corrupted, missing, or otherwise invalid.',
  );
}

function storeTrouble(
  world: AwsWorld,
  key: KeyRecord,
  operation: 'ENCRYPT' | 'DECRYPT',
): Refusal | undefined {
  const store = storeOf(world, key);
  if (store.cluster) {
    const text = clusterTrouble(world, store, store.cluster);
    return text === undefined ? undefined : invalidState(text);
  }
  needs(
    store.proxy && key.xksKeyId !== undefined,
    `${key.arn} is in ${store.storeId}, an external key store`,
  );
  const fault = cryptographyFault(world, store.proxy, key.xksKeyId, operation);
  return fault && faultForCryptography(fault, () => isReliable(world, store.storeId));
}

export function storeOf(world: AwsWorld, key: KeyRecord): CustomKeyStoreRecord {
  const store = world.table(customKeyStores).get(key.customKeyStoreId ?? '');
  needs(store, `${key.arn} is in a custom key store that is gone`);
  return store;
}

/** What CloudTrail says of a key in a custom key store instead of its material. fact: kms-engine 9.6 */
export function storeEventData(key: KeyRecord | undefined): Readonly<Record<string, unknown>> | undefined {
  if (key?.customKeyStoreId === undefined) return undefined;
  const { customKeyStoreId, xksKeyId, currentMaterialId } = key;
  return xksKeyId === undefined
    ? { customKeyStoreId, backingKeyId: currentMaterialId }
    : { customKeyStoreId, xksKeyId };
}
