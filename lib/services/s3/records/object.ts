import type { TableDefinition } from '../../../world';
import type { SseAlgorithm } from './bucket';

/** How an object is encrypted. Nothing here opens it: the data key is wrapped, or S3 alone can make it again. */
export interface ObjectEncryption {
  readonly algorithm: SseAlgorithm;
  /** SSE-KMS and DSSE-KMS: the KMS key. */
  readonly keyArn?: string | undefined;
  /** The data key, or the bucket-level key, as KMS wrapped it: base64. */
  readonly wrappedKey?: string | undefined;
  /** The data key comes from a bucket-level key. */
  readonly bucketKey: boolean;
  /** Exactly what KMS was given with the data key. */
  readonly context?: Readonly<Record<string, string>> | undefined;
  /** Tells apart the data keys that S3 derives itself: hex. */
  readonly salt: string;
}

/** Where an object version stands on its way to other buckets, or that it came from one. */
export type ReplicationStatus = 'PENDING' | 'COMPLETED' | 'FAILED' | 'REPLICA';

export interface ObjectRecord {
  readonly bucket: string;
  readonly key: string;
  /** Absent in what was written while versioning was not enabled: the null version. */
  readonly versionId?: string | undefined;
  /** Nonce, ciphertext and tag: base64. */
  readonly sealed: string;
  /** Of the plaintext, in bytes. */
  readonly size: number;
  /** With its quotes. */
  readonly etag: string;
  readonly lastModifiedMs: number;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly encryption: ObjectEncryption;
  /** Absent where no rule spoke of it. */
  readonly replication?: ReplicationStatus | undefined;
}

/** The current objects: what a key means when a request names no version. */
export const objects: TableDefinition<ObjectRecord> = {
  name: 's3-objects',
  id: (object) => objectId(object.bucket, object.key),
  indexes: { bucket: (object) => object.bucket },
};

export function objectId(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}
