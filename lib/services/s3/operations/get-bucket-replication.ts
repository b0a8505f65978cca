import { define, refuse, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { denied } from '../rules/errors';
import { replicationConfiguration } from '../rules/replication-shapes';
import { bucketName } from '../rules/shapes';

/** refuses: NoSuchBucket, AccessDenied, ReplicationConfigurationNotFoundError */
export const getBucketReplication = define({
  service: 's3',
  name: 'GetBucketReplication',
  about: 'Shows where the objects of a bucket are replicated to.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  output: shape.structure({ ReplicationConfiguration: replicationConfiguration }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'GetReplicationConfiguration', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'GetReplicationConfiguration', call.input.Bucket).resource],
  handle: (call) => {
    const configuration = bucketOf(call, call.input.Bucket)?.replication;
    if (configuration) return { ReplicationConfiguration: configuration };
    const text = 'The replication configuration was not found';
    return refuse('ReplicationConfigurationNotFoundError', text, 404);
  },
});
