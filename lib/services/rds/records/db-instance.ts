import type { TableDefinition } from '../../../world';

/** Encrypted storage: its data key, wrapped by the KMS key. */
export interface StorageEncryption {
  readonly keyArn: string;
  /** True under the AWS managed key `aws/rds`. */
  readonly managed: boolean;
  /** Base64. */
  readonly wrappedKey: string;
  /** Exactly what KMS was given with the data key. */
  readonly context: Readonly<Record<string, string>>;
}

type DBInstanceStatus =
  | 'creating'
  | 'available'
  | 'starting'
  | 'inaccessible-encryption-credentials-recoverable'
  | 'inaccessible-encryption-credentials';

export interface DBInstanceRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** `db-` and 26 letters and digits. */
  readonly resourceId: string;
  readonly instanceClass: string;
  readonly engine: string;
  readonly masterUsername: string;
  readonly sizeGiB: number;
  readonly backupDays: number;
  readonly createdAtMs: number;
  readonly status: DBInstanceStatus;
  readonly encryption?: StorageEncryption | undefined;
  /** Of the grant that RDS holds as long as the instance lives. */
  readonly grantId?: string | undefined;
  /** KMS said no when RDS asked last. */
  readonly failing?: true | undefined;
  /** When the status ends, RDS asks KMS again, or the time to recover is over. */
  readonly dueAtMs?: number | undefined;
}

export const dbInstances: TableDefinition<DBInstanceRecord> = {
  name: 'rds-db-instances',
  id: (instance) => instance.arn,
  indexes: { owner: (instance) => `${instance.account}/${instance.region}` },
  dueAtMs: (instance) => instance.dueAtMs,
};
