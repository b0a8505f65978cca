import type { TableDefinition } from '../../../world';

/** A bucket-level key that S3 holds for one requester for a while, so that it need not ask KMS again. */
export interface BucketKeyRecord {
  readonly bucket: string;
  /** Writing: the KMS key as it was named. Reading: the wrapped bucket-level key. */
  readonly purpose: string;
  readonly requester: string;
  readonly keyArn: string;
  /** As KMS wrapped it: base64. */
  readonly wrappedKey: string;
  /** The same key under S3's own: what S3 keeps in memory. Base64. */
  readonly held: string;
  readonly untilMs: number;
}

export const bucketKeys: TableDefinition<BucketKeyRecord> = {
  name: 's3-bucket-keys',
  id: (record) => bucketKeyId(record.bucket, record.purpose, record.requester),
  indexes: { bucket: (record) => record.bucket },
};

export function bucketKeyId(bucket: string, purpose: string, requester: string): string {
  return JSON.stringify([bucket, purpose, requester]);
}
