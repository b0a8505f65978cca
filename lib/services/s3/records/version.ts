import type { TableDefinition } from '../../../world';
import { type ObjectRecord, objectId } from './object';

/** How the version is called that has no id of its own. */
export const NULL_VERSION = 'null';

/** A version of an object that is not the current object: an earlier one, or a delete marker. */
export interface VersionRecord {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  /** Higher is newer, among the versions of one key. */
  readonly order: number;
  readonly lastModifiedMs: number;
  /** Absent in a delete marker. */
  readonly object?: ObjectRecord | undefined;
}

export const versions: TableDefinition<VersionRecord> = {
  name: 's3-versions',
  id: (version) => versionRecordId(version.bucket, version.key, version.versionId),
  indexes: {
    bucket: (version) => version.bucket,
    object: (version) => objectId(version.bucket, version.key),
  },
};

export function versionRecordId(bucket: string, key: string, versionId: string): string {
  return JSON.stringify([bucket, key, versionId]);
}
