import { type Call, isRefusal, type Refusal } from '../../aws';
import { bytesToHex, decodeBase64, encodeBase64, hexToBytes, needs } from '../../base';
import { hmac } from '../../crypto';
import type { EncryptionPlan } from './encryption';
import { objectArn } from './finding';
import {
  contextOf,
  type DataKey,
  type KeyRequest,
  newBucketKey,
  newDataKey,
  oldBucketKey,
  oldDataKey,
  replicaBucketKey,
  replicaDataKey,
} from './kms';
import { open, ownedKey, seal } from './owned-keys';
import type { BucketRecord } from './records/bucket';
import type { ObjectEncryption } from './records/object';

/** A body as it is kept. */
export interface Sealed {
  readonly sealed: string;
  readonly encryption: ObjectEncryption;
}

/** Where the keys of a new object come from. */
interface KeySource {
  dataKey(call: Call<object>, request: KeyRequest): DataKey | Refusal;
  bucketKey(call: Call<object>, request: KeyRequest): DataKey | Refusal;
}

const WRITTEN: KeySource = { dataKey: newDataKey, bucketKey: newBucketKey };
export const REPLICATED: KeySource = { dataKey: replicaDataKey, bucketKey: replicaBucketKey };

/** Encrypts an object's body as planned; KMS is asked first, and may refuse. */
export function sealBody(
  call: Call<object>,
  bucket: BucketRecord,
  key: string,
  plan: EncryptionPlan,
  body: Uint8Array,
  source = WRITTEN,
): Sealed | Refusal {
  const encryption = newEncryption(call, bucket, key, plan, source);
  if (isRefusal(encryption)) return encryption;
  const binding = objectArn(bucket, key);
  const { kept, dataKey } = encryption;
  const inner = seal(dataKey, call.random('nonce', 12), body, binding);
  const outer = isDouble(kept)
    ? seal(ownedKey(call.world, kept.salt), call.random('outer-nonce', 12), inner, binding)
    : inner;
  return { sealed: encodeBase64(outer), encryption: kept };
}

/** Decrypts a stored body. SSE-S3 needs nobody; the others need the caller to be allowed to decrypt. */
export function openBody(
  call: Call<object>,
  bucket: BucketRecord,
  { key, sealed, encryption }: Sealed & { readonly key: string },
): Uint8Array | Refusal {
  const dataKey = oldKey(call, bucket, encryption);
  if (isRefusal(dataKey)) return dataKey;
  const binding = objectArn(bucket, key);
  const bytes = decodeBase64(sealed);
  needs(bytes, 'bodies are kept as base64');
  const inner = isDouble(encryption) ? open(ownedKey(call.world, encryption.salt), bytes, binding) : bytes;
  return open(dataKey, inner, binding);
}

/** Two layers: the data key's, then S3's own. fact: services 2 (DSSE-KMS) */
function isDouble({ algorithm }: ObjectEncryption): boolean {
  return algorithm === 'aws:kms:dsse';
}

interface NewEncryption {
  readonly kept: ObjectEncryption;
  readonly dataKey: Uint8Array;
}

function newEncryption(
  call: Call<object>,
  bucket: BucketRecord,
  key: string,
  plan: EncryptionPlan,
  source: KeySource,
): NewEncryption | Refusal {
  const { algorithm, keyId, bucketKey } = plan;
  const salt = bytesToHex(call.random('salt', 16));
  if (algorithm === 'AES256') {
    return { kept: { algorithm, bucketKey: false, salt }, dataKey: ownedKey(call.world, salt) };
  }
  const context = contextOf(bucket, key, bucketKey, plan.pairs);
  const request = { bucket, keyId, context };
  const made = bucketKey ? source.bucketKey(call, request) : source.dataKey(call, request);
  if (isRefusal(made)) return made;
  const { keyArn, wrappedKey } = made;
  const kept: ObjectEncryption = { algorithm, keyArn, wrappedKey, bucketKey, context, salt };
  return { kept, dataKey: bucketKey ? derived(made.plaintext, salt) : made.plaintext };
}

function oldKey(
  call: Call<object>,
  bucket: BucketRecord,
  encryption: ObjectEncryption,
): Uint8Array | Refusal {
  if (encryption.algorithm === 'AES256') return ownedKey(call.world, encryption.salt);
  const key = encryption.bucketKey
    ? oldBucketKey(call, bucket, encryption)
    : oldDataKey(call, bucket, encryption);
  if (isRefusal(key)) return key;
  return encryption.bucketKey ? derived(key.plaintext, encryption.salt) : key.plaintext;
}

/** An object's data key from a bucket-level key. assumed: how S3 derives it */
function derived(bucketKey: Uint8Array, salt: string): Uint8Array {
  return hmac('SHA-256', bucketKey, hexToBytes(salt));
}
