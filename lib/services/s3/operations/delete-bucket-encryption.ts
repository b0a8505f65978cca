import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { buckets, NEW_BUCKET_ENCRYPTION } from '../records/bucket';
import { denied } from '../rules/errors';
import { bucketName } from '../rules/shapes';

/** Back to SSE-S3: encryption itself cannot be turned off. fact: services 2 */
export const deleteBucketEncryption = define({
  service: 's3',
  name: 'DeleteBucketEncryption',
  about: 'Resets the default encryption of a bucket to SSE-S3.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'PutEncryptionConfiguration', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'PutEncryptionConfiguration', call.input.Bucket).resource],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    if (bucket) call.world.put(buckets, { ...bucket, encryption: NEW_BUCKET_ENCRYPTION });
    return {};
  },
});
