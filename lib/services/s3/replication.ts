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
  const version = { key: object.key, versionId: idOf(object) };
  const isUnderKms = object.encryption.algorithm !== 'AES256';
  const leaves = send(world, bucket, version, (rule) => !isUnderKms || takesObjectsUnderKms(rule));
  return leaves ? { ...object, replication: 'PENDING' } : object;
}

/**
 * Sends a new delete marker on its way to the buckets whose rules ask for it.
 * assumed: it travels as long as an object does
 */
export function sendMarkerOnItsWay(world: AwsWorld, bucket: BucketRecord, marker: Version): void {
  send(world, bucket, marker, takesMarkers);
}

interface Version {
  readonly key: string;
  readonly versionId: string;
}

/** Answers whether there was a rule for it. */
function send(
  world: AwsWorld,
  bucket: BucketRecord,
  { key, versionId }: Version,
  takes: (rule: ReplicationRule) => boolean,
): boolean {
  const { replication } = bucket;
  if (!replication) return false;
  const chosen = rulesFor(replication, key, takes);
  for (const { Destination } of chosen) {
    world.put(travelling, {
      bucket: bucket.name,
      key,
      versionId,
      region: bucket.region,
      target: bucketNameOf(Destination.Bucket),
      roleArn: replication.Role,
      replicaKeyId: Destination.EncryptionConfiguration?.ReplicaKmsKeyID,
      arrivesAtMs: world.nowMs + REPLICATION_LAG_MS,
    });
  }
  return chosen.length > 0;
}

/** One rule for each destination: the one of highest priority that speaks of the key. */
function rulesFor(
  { Rules }: ReplicationConfiguration,
  key: string,
  takes: (rule: ReplicationRule) => boolean,
): readonly ReplicationRule[] {
  const speaking = Rules.filter((rule) => speaksOf(rule, key) && takes(rule));
  const byPriority = [...speaking].sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0));
  return [...new Map(byPriority.map((rule) => [rule.Destination.Bucket, rule])).values()];
}

/** Objects have no tags here: a rule that asks for one speaks of none. */
function speaksOf(rule: ReplicationRule, key: string): boolean {
  const { Status, Filter } = rule;
  if (Status !== 'Enabled' || Filter?.Tag || Filter?.And?.Tags?.length) return false;
  return key.startsWith(prefixOf(rule));
}

function takesObjectsUnderKms({ SourceSelectionCriteria }: ReplicationRule): boolean {
  return SourceSelectionCriteria?.SseKmsEncryptedObjects?.Status === 'Enabled';
}

/** assumed: a rule of the first version, which has no filter and cannot say, takes them */
function takesMarkers({ Filter, DeleteMarkerReplication }: ReplicationRule): boolean {
  return Filter === undefined || DeleteMarkerReplication?.Status === 'Enabled';
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
