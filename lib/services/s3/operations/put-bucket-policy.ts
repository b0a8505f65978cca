import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { buckets } from '../records/bucket';
import { denied } from '../rules/errors';
import { refusePolicy } from '../rules/policy';
import { bucketName } from '../rules/shapes';

/** Attaches a policy to a bucket in place of the one it has. refuses: NoSuchBucket, AccessDenied, MalformedPolicy */
export const putBucketPolicy = define({
  service: 's3',
  name: 'PutBucketPolicy',
  about: 'Attaches a policy to a bucket.',
  input: shape.structure({ Bucket: bucketName, Policy: shape.string() }, ['Bucket', 'Policy']),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'PutBucketPolicy', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'PutBucketPolicy', call.input.Bucket).resource],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    const refusal = bucket && refusePolicy(call, bucket, call.input.Policy);
    if (refusal) return refusal;
    if (bucket) call.world.put(buckets, { ...bucket, policy: call.input.Policy });
    return {};
  },
});
