import type { AwsWorld } from '../../aws';
import { type BucketRecord, buckets } from './records/bucket';
import type { ObjectRecord } from './records/object';
import { travelling } from './records/travelling';
import type { ReplicationConfiguration, ReplicationRule } from './rules/replication-shapes';
import { REPLICATION_LAG_MS } from './rules/timing';
import { idOf } from './versions';

/**
 * Sends a new object version on its way to the buckets that the rules name; PENDING where there is one.
 * fact: services 2 (objects under KMS keys only where a rule says so)
 */
export function sendOnItsWay(world: AwsWorld, bucket: BucketRecord, object: ObjectRecord): ObjectRecord {
  const { replication } = bucket;
  const chosen = replication ? rulesFor(replication, object) : [];
  if (!replication || chosen.length === 0) return object;
  for (const { Destination } of chosen) {
    world.put(travelling, {
      bucket: bucket.name,
      key: object.key,
      versionId: idOf(object),
      region: bucket.region,
      target: bucketNameOf(Destination.Bucket),
      roleArn: replication.Role,
      replicaKeyId: Destination.EncryptionConfiguration?.ReplicaKmsKeyID,
      arrivesAtMs: world.nowMs + REPLICATION_LAG_MS,
    });
  }
  return { ...object, replication: 'PENDING' };
}

/** One rule for each destination: the one of highest priority that speaks of the object. */
function rulesFor({ Rules }: ReplicationConfiguration, object: ObjectRecord): readonly ReplicationRule[] {
  const speaking = Rules.filter((rule) => speaksOf(rule, object));
  const byPriority = [...speaking].sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0));
  return [...new Map(byPriority.map((rule) => [rule.Destination.Bucket, rule])).values()];
}

/** Objects have no tags here: a rule that asks for one speaks of none. */
function speaksOf(rule: ReplicationRule, object: ObjectRecord): boolean {
  const { Status, Filter, SourceSelectionCriteria } = rule;
  if (Status !== 'Enabled' || Filter?.Tag || Filter?.And?.Tags?.length) return false;
  const isUnderKms = object.encryption.algorithm !== 'AES256';
  if (isUnderKms && SourceSelectionCriteria?.SseKmsEncryptedObjects?.Status !== 'Enabled') return false;
  return object.key.startsWith(prefixOf(rule));
}

function prefixOf({ Prefix, Filter }: ReplicationRule): string {
  return Filter?.And?.Prefix ?? Filter?.Prefix ?? Prefix ?? '';
}

/** The buckets that new objects of this one go to. */
export function replicaBucketsOf(world: AwsWorld, { replication }: BucketRecord): readonly BucketRecord[] {
  const rules = replication?.Rules.filter(({ Status }) => Status === 'Enabled') ?? [];
  const names = new Set(rules.map(({ Destination }) => bucketNameOf(Destination.Bucket)));
  return [...names].flatMap((name) => world.table(buckets).get(name) ?? []);
}

/** `arn:aws:s3:::photos` */
function bucketNameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}
