import { define, isRefusal, shape } from '../../../aws';
import { needs } from '../../../base';
import { bucketOf, bucketPermission, bucketVerdict, namedObject } from '../finding';
import { headers, readPermissions } from '../reading';
import { denied } from '../rules/errors';
import { bucketName, metadata, objectKey, replicationStatus, serverSideEncryption } from '../rules/shapes';
import { openBody } from '../sealing';

/**
 * Reads an object; with SSE-KMS the caller needs kms:Decrypt too.
 * refuses: NoSuchBucket, AccessDenied, NoSuchKey, NoSuchVersion, MethodNotAllowed, and what KMS refuses. fact: services 1, 2
 */
export const getObject = define({
  service: 's3',
  name: 'GetObject',
  about: 'Reads an object from a bucket, decrypted.',
  input: shape.structure({ Bucket: bucketName, Key: objectKey, VersionId: shape.string() }, [
    'Bucket',
    'Key',
  ]),
  output: shape.structure({
    Body: shape.blob(),
    AcceptRanges: shape.string(),
    LastModified: shape.timestamp(),
    ContentLength: shape.long(),
    ETag: shape.string(),
    VersionId: shape.string(),
    ContentType: shape.string(),
    ServerSideEncryption: serverSideEncryption,
    Metadata: metadata,
    SSEKMSKeyId: shape.string(),
    BucketKeyEnabled: shape.boolean(),
    ReplicationStatus: replicationStatus,
  }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => readPermissions(call, call.input),
  resources: (call) => [
    bucketPermission(call, 'GetObject', call.input.Bucket, { key: call.input.Key }).resource,
  ],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    needs(bucket, 'the bucket was found before');
    const object = namedObject(call, call.input);
    if (isRefusal(object)) return object;
    const body = openBody(call, bucket, object);
    return isRefusal(body) ? body : { Body: body, ...headers(call, object) };
  },
});
