import type { TableDefinition } from '../../../world';
import type { DBInstanceRecord, StorageEncryption } from './db-instance';

export interface DBSnapshotRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** What its instance was like. */
  readonly of: Pick<DBInstanceRecord, 'name' | 'engine' | 'masterUsername' | 'sizeGiB' | 'resourceId'>;
  readonly createdAtMs: number;
  readonly status: 'creating' | 'copying' | 'available';
  readonly encryption?: StorageEncryption | undefined;
  /** Accounts that may copy and restore it, or `all`. */
  readonly sharedWith: readonly string[];
  readonly sourceArn?: string | undefined;
  readonly settlesAtMs?: number | undefined;
}

export const dbSnapshots: TableDefinition<DBSnapshotRecord> = {
  name: 'rds-db-snapshots',
  id: (snapshot) => snapshot.arn,
  indexes: {
    owner: (snapshot) => `${snapshot.account}/${snapshot.region}`,
    sharedWith: (snapshot) => snapshot.sharedWith.map((account) => `${account}/${snapshot.region}`),
  },
  dueAtMs: (snapshot) => snapshot.settlesAtMs,
};
