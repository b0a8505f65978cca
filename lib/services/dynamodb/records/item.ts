import type { TableDefinition } from '../../../world';

/** An attribute value at rest: as in the API, with binary values as base64 text. */
export type StoredValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly M: StoredItem }
  | { readonly L: readonly StoredValue[] }
  | { readonly NULL: boolean }
  | { readonly BOOL: boolean };

export type StoredItem = { readonly [name: string]: StoredValue };

/** When and where something was written, not when it arrived here. */
export interface Version {
  readonly atMs: number;
  /** Number of the request that wrote it: decides between writes of the same moment. */
  readonly seq: number;
  readonly region: string;
}

/** The last writer wins. fact: services 3 (replication between Regions) */
export function isNewer(a: Version, b: Version): boolean {
  return a.atMs > b.atMs || (a.atMs === b.atMs && a.seq > b.seq);
}

/** One item of one table in one Region. */
export interface ItemRecord {
  readonly tableArn: string;
  /** Canonical text of the primary key. */
  readonly key: string;
  /** Canonical text of the partition key alone. */
  readonly partition: string;
  readonly item: StoredItem;
  readonly version: Version;
}

export const items: TableDefinition<ItemRecord> = {
  name: 'dynamodb-items',
  id: (item) => itemId(item.tableArn, item.key),
  indexes: {
    table: (item) => item.tableArn,
    partition: (item) => partitionOf(item.tableArn, item.partition),
  },
};

export function itemId(tableArn: string, key: string): string {
  return `${tableArn} ${key}`;
}

/** Index key: the items of a table that share a partition key. */
export function partitionOf(tableArn: string, partition: string): string {
  return `${tableArn} ${partition}`;
}
