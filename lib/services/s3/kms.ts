import { type Answer, type Call, isRefusal, type Refusal } from '../../aws';
import { canonicalText, decodeBase64, EMPTY_BYTES, encodeBase64, needs } from '../../base';
import { bucketArn, objectArn } from './finding';
import { openOwned, sealOwned } from './owned-keys';
import type { BucketRecord } from './records/bucket';
import { type BucketKeyRecord, bucketKeyId, bucketKeys } from './records/bucket-key';
import type { ObjectEncryption } from './records/object';
import { refusedByKms } from './rules/errors';
import { BUCKET_KEY_MS } from './rules/timing';

/** A data key, open, with what is kept of it. */
export interface DataKey {
  readonly plaintext: Uint8Array;
  readonly keyArn: string;
  readonly wrappedKey: string;
}

export interface KeyRequest {
  readonly bucket: BucketRecord;
  readonly keyId: string;
  readonly context: Readonly<Record<string, string>>;
}

/** Every KMS call carries the caller's own identity. fact: services 1, authorization 8 (forward access session) */
function askKms(
  call: Call<object>,
  bucket: BucketRecord,
  operation: string,
  input: Record<string, unknown>,
): Answer {
  const { region } = bucket;
  return call.call('kms', operation, input, { region, via: `s3.${region}.amazonaws.com` });
}

/** A data key for one object: one KMS call. */
export function newDataKey(call: Call<object>, { bucket, keyId, context }: KeyRequest): DataKey | Refusal {
  const request = { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: context };
  const answer = askKms(call, bucket, 'GenerateDataKey', request);
  if (!answer.ok) return refusedByKms(answer.refusal);
  const { Plaintext, CiphertextBlob, KeyId } = answer.output;
  needs(Plaintext instanceof Uint8Array && CiphertextBlob instanceof Uint8Array, 'a data key in both forms');
  return { plaintext: Plaintext, keyArn: String(KeyId), wrappedKey: encodeBase64(CiphertextBlob) };
}

/** The data key of an object that was stored under it. */
export function oldDataKey(
  call: Call<object>,
  bucket: BucketRecord,
  encryption: Pick<ObjectEncryption, 'keyArn' | 'wrappedKey' | 'context'>,
): DataKey | Refusal {
  const { wrappedKey = '', keyArn = '', context } = encryption;
  const request = { CiphertextBlob: decodeBase64(wrappedKey), EncryptionContext: context };
  const answer = askKms(call, bucket, 'Decrypt', request);
  if (!answer.ok) return refusedByKms(answer.refusal);
  const { Plaintext } = answer.output;
  needs(Plaintext instanceof Uint8Array, 'Decrypt answers bytes');
  return { plaintext: Plaintext, keyArn, wrappedKey };
}

/**
 * The bucket-level key of this requester, asked of KMS only when S3 holds none any more.
 * fact: services 2 (per requester, KMS key and time; the context is the bucket's ARN)
 */
export function newBucketKey(call: Call<object>, request: KeyRequest): DataKey | Refusal {
  return held(call, request.bucket, `write ${request.keyId}`, () => newDataKey(call, request));
}

/**
 * The data key of a replica: S3 makes it and KMS wraps it.
 * fact: services 2 (the replication role needs kms:Encrypt on the replica key, no kms:GenerateDataKey)
 */
export function replicaDataKey(call: Call<object>, request: KeyRequest): DataKey | Refusal {
  return wrapDataKey(call, request, call.random('replica-data-key', 32));
}

/** A data key that S3 has, wrapped by KMS. */
export function wrapDataKey(
  call: Call<object>,
  { bucket, keyId, context }: KeyRequest,
  plaintext: Uint8Array,
): DataKey | Refusal {
  const request = { KeyId: keyId, Plaintext: plaintext, EncryptionContext: context };
  return wrappedBy(askKms(call, bucket, 'Encrypt', request), plaintext);
}

/** A data key under another KMS key; KMS does it inside, and S3 never sees it. */
export function rewrapDataKey(
  call: Call<object>,
  { bucket, keyId, context }: KeyRequest,
  old: Pick<ObjectEncryption, 'wrappedKey' | 'context'>,
): Omit<DataKey, 'plaintext'> | Refusal {
  const request = {
    CiphertextBlob: decodeBase64(old.wrappedKey ?? ''),
    SourceEncryptionContext: old.context,
    DestinationKeyId: keyId,
    DestinationEncryptionContext: context,
  };
  return wrappedBy(askKms(call, bucket, 'ReEncrypt', request), EMPTY_BYTES);
}

function wrappedBy(answer: Answer, plaintext: Uint8Array): DataKey | Refusal {
  if (!answer.ok) return refusedByKms(answer.refusal);
  const { CiphertextBlob, KeyId } = answer.output;
  needs(CiphertextBlob instanceof Uint8Array, 'KMS answers a ciphertext');
  return { plaintext, keyArn: String(KeyId), wrappedKey: encodeBase64(CiphertextBlob) };
}

/** The bucket-level key for replicas; S3 has KMS decrypt it once, to be sure of it. fact: services 2 */
export function replicaBucketKey(call: Call<object>, request: KeyRequest): DataKey | Refusal {
  return held(call, request.bucket, `replicate ${request.keyId}`, () => {
    const made = replicaDataKey(call, request);
    if (isRefusal(made)) return made;
    const { keyArn, wrappedKey } = made;
    return oldDataKey(call, request.bucket, { keyArn, wrappedKey, context: request.context });
  });
}

/** assumed: a reader's bucket-level key is unwrapped for him even when he wrote with it a moment ago */
export function oldBucketKey(
  call: Call<object>,
  bucket: BucketRecord,
  encryption: ObjectEncryption,
): DataKey | Refusal {
  return held(call, bucket, `read ${encryption.wrappedKey}`, () => oldDataKey(call, bucket, encryption));
}

function held(
  call: Call<object>,
  bucket: BucketRecord,
  purpose: string,
  fetch: () => DataKey | Refusal,
): DataKey | Refusal {
  const { world, nowMs } = call;
  const requester = requesterOf(call);
  const record = world.table(bucketKeys).get(bucketKeyId(bucket.name, purpose, requester));
  if (record && record.untilMs > nowMs) return opened(call, record);
  const key = fetch();
  if (isRefusal(key)) return key;
  world.put(bucketKeys, {
    bucket: bucket.name,
    purpose,
    requester,
    keyArn: key.keyArn,
    wrappedKey: key.wrappedKey,
    held: sealOwned(call, MEMORY, key.plaintext),
    untilMs: nowMs + BUCKET_KEY_MS,
  });
  return key;
}

const MEMORY = 'bucket keys in memory';

function opened(call: Call<object>, { held: sealed, keyArn, wrappedKey }: BucketKeyRecord): DataKey {
  return { plaintext: openOwned(call.world, MEMORY, sealed), keyArn, wrappedKey };
}

/** Sessions of one role share a bucket-level key unless a session policy narrows them. fact: services 2 */
function requesterOf({ principal }: Call<object>): string {
  const who = principal.roleArn ?? principal.arn;
  return principal.sessionPolicies ? `${who} ${canonicalText(principal.sessionPolicies)}` : who;
}

export function contextOf(
  bucket: BucketRecord,
  key: string,
  bucketKey: boolean,
  pairs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const arn = bucketKey ? bucketArn(bucket.region, bucket.name) : objectArn(bucket, key);
  return { ...pairs, 'aws:s3:arn': arn };
}
