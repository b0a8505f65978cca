import { type Call, isRefusal, type Refusal } from '../../aws';
import { contextOf, rewrapDataKey, wrapDataKey } from './kms';
import { ownedKey } from './owned-keys';
import type { BucketRecord } from './records/bucket';
import type { ObjectEncryption, ObjectRecord } from './records/object';
import { openBody, type Sealed, sealBody } from './sealing';

/** What an object is to be encrypted with from now on. */
export interface Rewrapping {
  readonly keyArn: string;
  readonly bucketKey: boolean;
}

/**
 * Puts an object under another KMS key. Without Bucket Keys the object's data key stays and is only wrapped anew.
 * assumed: which KMS requests S3 makes: Encrypt from SSE-S3, ReEncrypt from SSE-KMS, and where a Bucket Key is left or
 * taken, Decrypt and GenerateDataKey. fact: services 2 (UpdateObjectEncryption)
 */
export function rewrapped(
  call: Call<object>,
  bucket: BucketRecord,
  object: ObjectRecord,
  { keyArn: keyId, bucketKey }: Rewrapping,
): Sealed | Refusal {
  const { encryption, key, sealed } = object;
  const { 'aws:s3:arn': _before, ...pairs } = encryption.context ?? {};
  if (bucketKey || encryption.bucketKey) {
    const body = openBody(call, bucket, object);
    if (isRefusal(body)) return body;
    return sealBody(call, bucket, key, { algorithm: 'aws:kms', keyId, bucketKey, pairs }, body);
  }
  const context = contextOf(bucket, key, false, pairs);
  const wrapped = wrapAgain(call, { bucket, keyId, context }, encryption);
  if (isRefusal(wrapped)) return wrapped;
  const { keyArn, wrappedKey } = wrapped;
  const { salt } = encryption;
  return {
    sealed,
    encryption: { algorithm: 'aws:kms', keyArn, wrappedKey, bucketKey: false, context, salt },
  };
}

function wrapAgain(
  call: Call<object>,
  request: Parameters<typeof wrapDataKey>[1],
  encryption: ObjectEncryption,
): ReturnType<typeof rewrapDataKey> {
  return encryption.algorithm === 'AES256'
    ? wrapDataKey(call, request, ownedKey(call.world, encryption.salt))
    : rewrapDataKey(call, request, encryption);
}
