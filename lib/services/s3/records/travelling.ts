import type { TableDefinition } from '../../../world';
import { objectId } from './object';

/** An object version or a delete marker on its way to another bucket, as the rule said when it was written. */
export interface TravellingRecord {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  /** Of the bucket it comes from. */
  readonly region: string;
  /** Name of the bucket it goes to. */
  readonly target: string;
  readonly roleArn: string;
  readonly replicaKeyId?: string | undefined;
  readonly arrivesAtMs: number;
}

export const travelling: TableDefinition<TravellingRecord> = {
  name: 's3-replication',
  id: travellingId,
  indexes: {
    object: (record) => objectId(record.bucket, record.key),
    source: (record) => record.bucket,
    target: (record) => record.target,
  },
  dueAtMs: (record) => record.arrivesAtMs,
};

export function travellingId({ bucket, key, versionId, target }: TravellingRecord): string {
  return JSON.stringify([bucket, key, versionId, target]);
}
