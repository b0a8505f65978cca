import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { buckets } from '../records/bucket';
import { denied } from '../rules/errors';
import { bucketName } from '../rules/shapes';

/** What is on its way still arrives. assumed */
export const deleteBucketReplication = define({
  service: 's3',
  name: 'DeleteBucketReplication',
  about: 'Ends the replication of a bucket; replicas stay.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'PutReplicationConfiguration', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'PutReplicationConfiguration', call.input.Bucket).resource],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    if (bucket?.replication) call.world.put(buckets, { ...bucket, replication: undefined });
    return {};
  },
});
