import type { TableDefinition } from '../../../world';

type TableStatus = 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING';
type StreamViewType = 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | 'KEYS_ONLY';
export type KeyType = 'S' | 'N' | 'B';

export interface KeyAttribute {
  readonly name: string;
  readonly type: KeyType;
}

export interface KeySchema {
  readonly hash: KeyAttribute;
  readonly range?: KeyAttribute | undefined;
}

/** Server-side encryption under a KMS key. Without it the table is under an AWS owned key, which nobody sees. */
export interface TableEncryption {
  /** True under the AWS managed key `aws/dynamodb`. */
  readonly managed: boolean;
  readonly keyArn: string;
  /** The table key, wrapped by the KMS key: base64. */
  readonly wrappedTableKey: string;
}

/** One DynamoDB table in one Region. Replicas of a global table are records of their own. */
export interface TableRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly tableId: string;
  readonly createdAtMs: number;
  readonly keySchema: KeySchema;
  readonly status: TableStatus;
  /** When CREATING, UPDATING or DELETING ends. */
  readonly settlesAtMs?: number | undefined;
  /** Provisioned capacity; absent in on-demand mode. */
  readonly provisioned?: { readonly read: number; readonly write: number } | undefined;
  readonly deletionProtection: boolean;
  readonly streamViewType?: StreamViewType | undefined;
  /** Member of a global table: the tables of this account and name that say so are its replicas. */
  readonly global: boolean;
  /** A replica that is being made: the table whose items it starts with. */
  readonly copyOf?: string | undefined;
  readonly encryption?: TableEncryption | undefined;
}

export const tables: TableDefinition<TableRecord> = {
  name: 'dynamodb-tables',
  id: (table) => table.arn,
  indexes: {
    owner: (table) => ownerOf(table.account, table.region),
    global: (table) => (table.global ? globalOf(table.account, table.name) : undefined),
  },
  dueAtMs: (table) => table.settlesAtMs,
};

/** Index key: all tables of an account in a Region. */
export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}

/** Index key: all replicas of a global table. */
export function globalOf(account: string, name: string): string {
  return `${account}/${name}`;
}
