import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { denied } from '../rules/errors';
import { bucketName } from '../rules/shapes';

/** The Region of a bucket, by its old name: us-east-1 has none. */
export const getBucketLocation = define({
  service: 's3',
  name: 'GetBucketLocation',
  about: 'Tells the Region of a bucket; null means us-east-1.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  output: shape.structure({ LocationConstraint: shape.string() as shape.StringShape<string | null> }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'GetBucketLocation', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'GetBucketLocation', call.input.Bucket).resource],
  handle: (call) => {
    const region = bucketOf(call, call.input.Bucket)?.region ?? null;
    return { LocationConstraint: region === 'us-east-1' ? null : region };
  },
});
