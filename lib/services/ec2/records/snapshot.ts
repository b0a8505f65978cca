import type { TableDefinition } from '../../../world';
import { type EbsEncryption, ownerOf } from './volume';

export interface SnapshotRecord {
  readonly snapshotId: string;
  /** A copy names a volume that never was. */
  readonly volumeId: string;
  readonly account: string;
  readonly region: string;
  readonly description: string;
  readonly sizeGiB: number;
  readonly startedAtMs: number;
  readonly state: 'pending' | 'completed' | 'error';
  readonly stateMessage?: string | undefined;
  /** Absent in an unencrypted snapshot, and in a copy whose key cannot be used. */
  readonly encryption?: EbsEncryption | undefined;
  /** Accounts that may make volumes of it. */
  readonly sharedWith: readonly string[];
  readonly public: boolean;
  /** What a copy will come to grief of. */
  readonly failing?: string | undefined;
  readonly settlesAtMs?: number | undefined;
}

export const snapshots: TableDefinition<SnapshotRecord> = {
  name: 'ec2-snapshots',
  id: (snapshot) => snapshot.snapshotId,
  indexes: {
    owner: (snapshot) => ownerOf(snapshot.account, snapshot.region),
    sharedWith: (snapshot) => snapshot.sharedWith.map((account) => ownerOf(account, snapshot.region)),
  },
  dueAtMs: (snapshot) => snapshot.settlesAtMs,
};
