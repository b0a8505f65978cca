import type { Call } from '../../aws';
import type { StorageEncryption } from './records/db-instance';
import { type DBInstanceRecord, dbInstances } from './records/db-instance';
import { CREATING_MS } from './rules/timing';

/** A new instance; it can be used once it is available. */
export function newInstance(
  call: Call<object>,
  made: Pick<
    DBInstanceRecord,
    'arn' | 'resourceId' | 'instanceClass' | 'engine' | 'masterUsername' | 'sizeGiB' | 'backupDays'
  > & { readonly storage?: { readonly encryption: StorageEncryption; readonly grantId: string } | undefined },
): DBInstanceRecord {
  const { world, nowMs, region, principal } = call;
  const { storage, ...rest } = made;
  return world.put(dbInstances, {
    ...rest,
    name: made.arn.slice(made.arn.lastIndexOf(':') + 1),
    account: principal.account,
    region,
    createdAtMs: nowMs,
    status: 'creating',
    encryption: storage?.encryption,
    grantId: storage?.grantId,
    dueAtMs: nowMs + CREATING_MS,
  });
}
