import { define, shape } from '../../../aws';
import { bucketArn, bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { deniedHead, headOnly } from '../rules/errors';
import { bucketName } from '../rules/shapes';

/** Whether a bucket is there and may be listed. refuses: 404, 403, both without a text of their own */
export const headBucket = define({
  service: 's3',
  name: 'HeadBucket',
  about: 'Tells whether a bucket exists and you may list it.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  output: shape.structure({
    BucketArn: shape.string(),
    BucketRegion: shape.string(),
    AccessPointAlias: shape.boolean(),
  }),
  readOnly: true,
  denied: deniedHead,
  verdict: (call) => {
    const refusal = bucketVerdict(call);
    return refusal && headOnly(refusal);
  },
  permissions: (call) => [bucketPermission(call, 'ListBucket', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'ListBucket', call.input.Bucket).resource],
  handle: (call) => {
    const region = bucketOf(call, call.input.Bucket)?.region ?? call.region;
    return { BucketArn: bucketArn(region, call.input.Bucket), BucketRegion: region, AccessPointAlias: false };
  },
});
