import type { AwsWorld } from '../../aws';
import type { Happening } from '../../pipeline';
import { ownRequest, unwrapRequest } from './kms';
import { type DBInstanceRecord, dbInstances } from './records/db-instance';
import { type DBSnapshotRecord, dbSnapshots } from './records/db-snapshot';
import { CHECK_MS, GRACE_MS, RECOVERY_MS } from './rules/timing';

/** What the clock does to RDS's records, by table. */
export const dueHandlers: Readonly<
  Record<string, (world: AwsWorld, record: object, happening: Happening) => void>
> = {
  [dbInstances.name]: (world, record, happening) => {
    world.put(dbInstances, next(record as DBInstanceRecord, world.nowMs, happening));
  },
  [dbSnapshots.name]: (world, record) => {
    world.put(dbSnapshots, { ...(record as DBSnapshotRecord), status: 'available', settlesAtMs: undefined });
  },
};

/**
 * An instance is made, and from then on RDS makes sure of its key. Without the key it is stopped, and lost after a week;
 * one without backups is lost at once. fact: services 5
 */
function next(instance: DBInstanceRecord, nowMs: number, happening: Happening): DBInstanceRecord {
  if (instance.status === 'inaccessible-encryption-credentials-recoverable') {
    return { ...instance, status: 'inaccessible-encryption-credentials', dueAtMs: undefined };
  }
  if (!instance.encryption) return { ...instance, status: 'available', dueAtMs: undefined };
  const isNew = instance.status !== 'available';
  if (isNew || isUsable(instance, happening)) {
    return { ...instance, status: 'available', failing: undefined, dueAtMs: nowMs + CHECK_MS };
  }
  if (!instance.failing) return { ...instance, failing: true, dueAtMs: nowMs + GRACE_MS };
  return instance.backupDays > 0
    ? {
        ...instance,
        status: 'inaccessible-encryption-credentials-recoverable',
        dueAtMs: nowMs + RECOVERY_MS,
      }
    : { ...instance, status: 'inaccessible-encryption-credentials', dueAtMs: undefined };
}

function isUsable(instance: DBInstanceRecord, happening: Happening): boolean {
  const { encryption } = instance;
  if (!encryption) return true;
  return happening.call('kms', 'Decrypt', unwrapRequest(encryption), ownRequest(instance)).ok;
}
