import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { denied, noSuchBucketPolicy } from '../rules/errors';
import { bucketName } from '../rules/shapes';

/** refuses: NoSuchBucket, AccessDenied, NoSuchBucketPolicy */
export const getBucketPolicy = define({
  service: 's3',
  name: 'GetBucketPolicy',
  about: 'Shows the policy of a bucket, as JSON text.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  output: shape.structure({ Policy: shape.string() }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'GetBucketPolicy', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'GetBucketPolicy', call.input.Bucket).resource],
  handle: (call) => {
    const policy = bucketOf(call, call.input.Bucket)?.policy;
    return policy === undefined ? noSuchBucketPolicy() : { Policy: policy };
  },
});
