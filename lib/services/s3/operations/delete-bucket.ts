import { define, refuse, shape } from '../../../aws';
import { bucketPermission, bucketVerdict } from '../finding';
import { buckets } from '../records/bucket';
import { bucketKeyId, bucketKeys } from '../records/bucket-key';
import { objects } from '../records/object';
import { versions } from '../records/version';
import { denied } from '../rules/errors';
import { bucketName } from '../rules/shapes';

/** Deletes an empty bucket. refuses: NoSuchBucket, AccessDenied, BucketNotEmpty */
export const deleteBucket = define({
  service: 's3',
  name: 'DeleteBucket',
  about: 'Deletes an empty bucket.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'DeleteBucket', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'DeleteBucket', call.input.Bucket).resource],
  handle: ({ world, input: { Bucket } }) => {
    if (world.table(objects).countBy('bucket', Bucket) > 0) {
      return refuse('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
    }
    if (world.table(versions).countBy('bucket', Bucket) > 0) {
      const text = 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.';
      return refuse('BucketNotEmpty', text, 409);
    }
    for (const { purpose, requester } of world.table(bucketKeys).by('bucket', Bucket)) {
      world.delete(bucketKeys, bucketKeyId(Bucket, purpose, requester));
    }
    world.delete(buckets, Bucket);
    return {};
  },
});
