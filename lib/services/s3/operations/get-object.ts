import { define, isRefusal, shape } from '../../../aws';
import { needs } from '../../../base';
import { bucketOf, bucketPermission, bucketVerdict, objectOf } from '../finding';
import { headers, readPermissions } from '../reading';
import { denied, noSuchKey } from '../rules/errors';
import { bucketName, metadata, objectKey, serverSideEncryption } from '../rules/shapes';
import { openBody } from '../sealing';

/**
 * Reads an object; with SSE-KMS the caller needs kms:Decrypt too.
 * refuses: NoSuchBucket, AccessDenied, NoSuchKey, and what KMS refuses. fact: services 1, 2
 */
export const getObject = define({
  service: 's3',
  name: 'GetObject',
  about: 'Reads an object from a bucket, decrypted.',
  input: shape.structure({ Bucket: bucketName, Key: objectKey }, ['Bucket', 'Key']),
  output: shape.structure({
    Body: shape.blob(),
    AcceptRanges: shape.string(),
    LastModified: shape.timestamp(),
    ContentLength: shape.long(),
    ETag: shape.string(),
    ContentType: shape.string(),
    ServerSideEncryption: serverSideEncryption,
    Metadata: metadata,
    SSEKMSKeyId: shape.string(),
    BucketKeyEnabled: shape.boolean(),
  }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => readPermissions(call, call.input.Bucket, call.input.Key),
  resources: (call) => [
    bucketPermission(call, 'GetObject', call.input.Bucket, { key: call.input.Key }).resource,
  ],
  handle: (call) => {
    const { Bucket, Key } = call.input;
    const bucket = bucketOf(call, Bucket);
    needs(bucket, 'the bucket was found before');
    const object = objectOf(call, Bucket, Key);
    if (!object) return noSuchKey(Key);
    const body = openBody(call, bucket, object);
    return isRefusal(body) ? body : { Body: body, ...headers(object) };
  },
});
