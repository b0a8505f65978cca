import { type Call, isRefusal, type Refusal } from '../../aws';
import { bytesToHex, decodeBase64, encodeBase64, hexToBytes, needs } from '../../base';
import { hmac } from '../../crypto';
import type { EncryptionPlan } from './encryption';
import { objectArn } from './finding';
import { contextOf, newBucketKey, newDataKey, oldBucketKey, oldDataKey } from './kms';
import { open, ownedKey, seal } from './owned-keys';
import type { BucketRecord } from './records/bucket';
import type { ObjectEncryption } from './records/object';

/** A body as it is kept. */
export interface Sealed {
  readonly sealed: string;
  readonly encryption: ObjectEncryption;
}

/** Encrypts an object's body as planned; KMS is asked first, and may refuse. */
export function sealBody(
  call: Call<object>,
  bucket: BucketRecord,
  key: string,
  plan: EncryptionPlan,
  body: Uint8Array,
): Sealed | Refusal {
  const encryption = newEncryption(call, bucket, key, plan);
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
): NewEncryption | Refusal {
  const { algorithm, keyId, bucketKey } = plan;
  const salt = bytesToHex(call.random('salt', 16));
  if (algorithm === 'AES256') {
    return { kept: { algorithm, bucketKey: false, salt }, dataKey: ownedKey(call.world, salt) };
  }
  const context = contextOf(bucket, key, bucketKey, plan.pairs);
  const request = { bucket, keyId, context };
  const made = bucketKey ? newBucketKey(call, request) : newDataKey(call, request);
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
