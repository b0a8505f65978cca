import { define, isRefusal, shape } from '../../../aws';
import { bucketPermission, bucketVerdict, namedObject } from '../finding';
import { headers, readPermissions } from '../reading';
import { deniedHead, headOnly } from '../rules/errors';
import { bucketName, metadata, objectKey, replicationStatus, serverSideEncryption } from '../rules/shapes';

/** What is known of an object, its encryption included, without its body and so without KMS. refuses: 404, 403 */
export const headObject = define({
  service: 's3',
  name: 'HeadObject',
  about: 'Shows size, dates, metadata and encryption of an object without reading it.',
  input: shape.structure({ Bucket: bucketName, Key: objectKey, VersionId: shape.string() }, [
    'Bucket',
    'Key',
  ]),
  output: shape.structure({
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
  denied: deniedHead,
  verdict: (call) => {
    const refusal = bucketVerdict(call);
    return refusal && headOnly(refusal);
  },
  permissions: (call) => readPermissions(call, call.input),
  resources: (call) => [
    bucketPermission(call, 'GetObject', call.input.Bucket, { key: call.input.Key }).resource,
  ],
  handle: (call) => {
    const object = namedObject(call, call.input);
    return isRefusal(object) ? headOnly(object) : headers(call, object);
  },
});
