import { type Call, define, parseArn, shape } from '../../../aws';
import { encodeBase64 } from '../../../base';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { buckets } from '../records/bucket';
import { denied, malformedXml } from '../rules/errors';
import { refuseReplication } from '../rules/replication';
import { type ReplicationConfiguration, replicationConfiguration } from '../rules/replication-shapes';
import { bucketName } from '../rules/shapes';

/**
 * Says where new objects of a bucket go by themselves. The KMS key of a rule is not looked at: a wrong one shows only
 * when replication fails. fact: services 2
 * refuses: NoSuchBucket, AccessDenied (iam:PassRole too), MalformedXML, InvalidRequest, InvalidArgument
 */
export const putBucketReplication = define({
  service: 's3',
  name: 'PutBucketReplication',
  about: 'Replicates new objects of a bucket to other buckets, by a role.',
  input: shape.structure({ Bucket: bucketName, ReplicationConfiguration: replicationConfiguration }, [
    'Bucket',
    'ReplicationConfiguration',
  ]),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [
    bucketPermission(call, 'PutReplicationConfiguration', call.input.Bucket),
    passRole(call.input.ReplicationConfiguration),
  ],
  resources: (call) => [bucketPermission(call, 'PutReplicationConfiguration', call.input.Bucket).resource],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    if (!bucket) return malformedXml();
    const refusal = refuseReplication(call, bucket, call.input.ReplicationConfiguration);
    if (refusal) return refusal;
    call.world.put(buckets, { ...bucket, replication: named(call, call.input.ReplicationConfiguration) });
    return {};
  },
});

function passRole({ Role }: ReplicationConfiguration) {
  return {
    action: 'iam:PassRole',
    resource: Role,
    account: parseArn(Role)?.account,
    conditions: { 'iam:PassedToService': ['s3.amazonaws.com'] },
  };
}

/** Every rule gets an id. */
function named(call: Call<object>, { Role, Rules }: ReplicationConfiguration): ReplicationConfiguration {
  const id = (index: number) => encodeBase64(call.random(`rule ${index}`, 36));
  return { Role, Rules: Rules.map((rule, index) => ({ ...rule, ID: rule.ID ?? id(index) })) };
}
