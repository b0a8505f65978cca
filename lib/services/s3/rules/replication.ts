import { type Call, parseArn, type Refusal } from '../../../aws';
import { bucketOf } from '../finding';
import type { BucketRecord } from '../records/bucket';
import { invalidArgument, invalidRequest, malformedXml } from './errors';
import type { ReplicationConfiguration, ReplicationRule } from './replication-shapes';

/** assumed: the texts as known from public logs, and the order they are checked in */
export function refuseReplication(
  call: Call<object>,
  bucket: BucketRecord,
  { Role, Rules }: ReplicationConfiguration,
): Refusal | undefined {
  if (Rules.length === 0 || Rules.length > MOST_RULES) return malformedXml();
  if (bucket.versioning !== 'Enabled') {
    return invalidRequest("Versioning must be 'Enabled' on the bucket to apply a replication configuration");
  }
  if (!parseArn(Role)?.resource.startsWith('role/')) return invalidArgument('Invalid Role ARN');
  for (const rule of Rules) {
    const refusal = refuseSchema(rule) ?? refuseEncryption(rule) ?? refuseDestination(call, bucket, rule);
    if (refusal) return refusal;
  }
  return undefined;
}

const MOST_RULES = 1000;

/** A rule with a filter is of the second version, and says more. */
function refuseSchema({
  Filter,
  Prefix,
  Priority,
  DeleteMarkerReplication,
}: ReplicationRule): Refusal | undefined {
  if (!Filter) return Prefix === undefined ? malformedXml() : undefined;
  if (Prefix !== undefined) return malformedXml();
  if (Priority === undefined) return unspecified('Priority');
  return DeleteMarkerReplication?.Status === undefined ? unspecified('DeleteMarkerReplication') : undefined;
}

function unspecified(member: string): Refusal {
  return invalidRequest(
    `${member} must be specified for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information.`,
  );
}

/** Each asks for the other. fact: services 2 */
function refuseEncryption({ SourceSelectionCriteria, Destination }: ReplicationRule): Refusal | undefined {
  const underKms = SourceSelectionCriteria?.SseKmsEncryptedObjects;
  const { EncryptionConfiguration } = Destination;
  if (EncryptionConfiguration && !underKms) {
    return invalidRequest('SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.');
  }
  if (underKms && !EncryptionConfiguration?.ReplicaKmsKeyID) {
    return invalidRequest('ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.');
  }
  return undefined;
}

function refuseDestination(
  call: Call<object>,
  bucket: BucketRecord,
  { Destination }: ReplicationRule,
): Refusal | undefined {
  const arn = parseArn(Destination.Bucket);
  if (arn?.service !== 's3' || arn.resource === bucket.name) return invalidArgument('Invalid bucket ARN');
  const target = bucketOf(call, arn.resource);
  if (!target) return invalidRequest('Destination bucket must exist.');
  if (target.versioning !== 'Enabled')
    return invalidRequest('Destination bucket must have versioning enabled.');
  return undefined;
}
