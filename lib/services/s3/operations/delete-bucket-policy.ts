import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { buckets } from '../records/bucket';
import { denied } from '../rules/errors';
import { bucketName } from '../rules/shapes';

/** Deleting a policy that is not there succeeds. */
export const deleteBucketPolicy = define({
  service: 's3',
  name: 'DeleteBucketPolicy',
  about: 'Removes the policy of a bucket.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'DeleteBucketPolicy', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'DeleteBucketPolicy', call.input.Bucket).resource],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    if (bucket?.policy !== undefined) call.world.put(buckets, { ...bucket, policy: undefined });
    return {};
  },
});
