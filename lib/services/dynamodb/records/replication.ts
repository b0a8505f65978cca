import type { TableDefinition } from '../../../world';
import type { StoredItem, Version } from './item';

/** A write on its way from one replica to another. */
export interface ReplicationRecord {
  readonly fromArn: string;
  readonly toArn: string;
  readonly key: string;
  readonly partition: string;
  /** Absent when the item was deleted. */
  readonly item?: StoredItem | undefined;
  readonly version: Version;
  readonly arrivesAtMs: number;
}

export const replication: TableDefinition<ReplicationRecord> = {
  name: 'dynamodb-replication',
  id: replicationId,
  indexes: {
    source: (write) => sourceOf(write.fromArn, write.key),
    target: (write) => write.toArn,
  },
  dueAtMs: (write) => write.arrivesAtMs,
};

/** Index key: what still travels of the writes made to one item at one replica. */
export function sourceOf(fromArn: string, key: string): string {
  return `${fromArn} ${key}`;
}

/** Two writes of one item travel apart, and what arrives in one moment arrives in the order it was written. */
export function replicationId({ toArn, key, version }: ReplicationRecord): string {
  return `${toArn} ${key} ${String(version.seq).padStart(12, '0')}`;
}
