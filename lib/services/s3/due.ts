import { type AwsWorld, isRefusal, type Principal, type Refusal } from '../../aws';
import type { Happening } from '../../pipeline';
import { objectId, type ReplicationStatus } from './records/object';
import { replicationSessions } from './records/replication-session';
import { type TravellingRecord, travelling, travellingId } from './records/travelling';
import { needsSession, sessionPrincipal } from './rules/replication-session';
import { REPLICATION_RETRY_MS, REPLICATION_SESSION_SECONDS } from './rules/timing';
import { replaceVersion, versionOf } from './versions';

/** What the clock does to S3's records, by table. */
export const dueHandlers: Readonly<
  Record<string, (world: AwsWorld, record: object, happening: Happening) => void>
> = {
  [travelling.name]: (world, record, happening) => arrive(world, record as TravellingRecord, happening),
};

/** An object version reaches another bucket, or fails to. Nobody is told: only its status says so. */
function arrive(world: AwsWorld, record: TravellingRecord, happening: Happening): void {
  world.delete(travelling, travellingId(record));
  const refusal = carry(world, record, happening);
  if (refusal?.name === 'SlowDown') {
    world.put(travelling, { ...record, arrivesAtMs: world.nowMs + REPLICATION_RETRY_MS });
    return;
  }
  settle(world, record, refusal ? 'FAILED' : 'COMPLETED');
}

function carry(world: AwsWorld, record: TravellingRecord, happening: Happening): Refusal | undefined {
  const role = sessionOf(world, record, happening);
  if (isRefusal(role)) return role;
  const { bucket, key, versionId, target, replicaKeyId, region } = record;
  const input = { Bucket: bucket, Key: key, VersionId: versionId, Destination: target };
  const version = versionOf(world, bucket, key, versionId);
  const answer =
    version && !version.object
      ? happening.call('s3', 'ReplicateDelete', input, { as: role, region })
      : happening.call(
          's3',
          'ReplicateObject',
          { ...input, ReplicaKmsKeyID: replicaKeyId },
          { as: role, region },
        );
  return answer.ok ? undefined : answer.refusal;
}

/** FAILED once it failed anywhere, COMPLETED once it arrived everywhere. */
function settle(world: AwsWorld, record: TravellingRecord, status: ReplicationStatus): void {
  const { bucket, key, versionId } = record;
  const object = versionOf(world, bucket, key, versionId)?.object;
  if (!object || object.replication === 'FAILED') return;
  const others = world.table(travelling).by('object', objectId(bucket, key));
  const isUnderWay = others.some((other) => other.versionId === versionId);
  if (status === 'COMPLETED' && isUnderWay) return;
  replaceVersion(world, { ...object, replication: status });
}

/** The session of the replication role, asked of STS when S3 holds none any more. */
function sessionOf(
  world: AwsWorld,
  { roleArn, region }: TravellingRecord,
  happening: Happening,
): Principal | Refusal {
  const held = world.table(replicationSessions).get(roleArn);
  if (held && held.untilMs > world.nowMs) return held.principal;
  const request = { ...needsSession(roleArn), DurationSeconds: REPLICATION_SESSION_SECONDS };
  const answer = happening.call('sts', 'AssumeRole', request, { as: S3, region });
  if (!answer.ok) return answer.refusal;
  const principal = sessionPrincipal(roleArn, answer.output, world.nowMs);
  const untilMs = world.nowMs + REPLICATION_SESSION_SECONDS * 1000;
  world.put(replicationSessions, { roleArn, principal, untilMs });
  return principal;
}

/** S3 itself, as a role's trust policy knows it. */
const S3: Principal = {
  type: 'service',
  account: '',
  arn: 's3.amazonaws.com',
  userId: 's3.amazonaws.com',
  accessKeyId: '',
  tags: {},
};
