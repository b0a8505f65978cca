import type { TableDefinition } from '../../../world';
import type { ReplicationConfiguration } from '../rules/replication-shapes';

export const SSE_ALGORITHMS = ['AES256', 'aws:kms', 'aws:kms:dsse'] as const;
export type SseAlgorithm = (typeof SSE_ALGORITHMS)[number];

/** Default encryption of new objects. */
export interface DefaultEncryption {
  readonly algorithm: SseAlgorithm;
  /** The KMS key as it was named; absent means `aws/s3`. */
  readonly keyId?: string | undefined;
  readonly bucketKey: boolean;
  readonly blockedTypes: readonly string[];
}

/** Buckets of the whole partition share their names. */
export interface BucketRecord {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly createdAtMs: number;
  readonly encryption: DefaultEncryption;
  /** The bucket policy's JSON text, exactly as given. */
  readonly policy?: string | undefined;
  /** Absent until versioning was first enabled; from then on it can only be suspended. */
  readonly versioning?: 'Enabled' | 'Suspended' | undefined;
  readonly replication?: ReplicationConfiguration | undefined;
}

export const buckets: TableDefinition<BucketRecord> = {
  name: 's3-buckets',
  id: (bucket) => bucket.name,
  indexes: { account: (bucket) => bucket.account },
};

/** fact: services 2 (SSE-S3 since 2023; SSE-C is blocked in new buckets since April 2026) */
export const NEW_BUCKET_ENCRYPTION: DefaultEncryption = {
  algorithm: 'AES256',
  bucketKey: false,
  blockedTypes: ['SSE-C'],
};
