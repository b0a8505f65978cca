import { shape } from '../../../aws';
import { SSE_ALGORITHMS } from '../records/bucket';

export const bucketName = shape.string();
export const objectKey = shape.string({ min: 1 });
export const serverSideEncryption = shape.oneOf(...SSE_ALGORITHMS);
export const versioningStatus = shape.oneOf('Enabled', 'Suspended');
export const replicationStatus = shape.oneOf('COMPLETE', 'PENDING', 'FAILED', 'REPLICA', 'COMPLETED');
export const metadata = shape.map(shape.string());

/** Encryption members of every answer about an object, in the API model's order around other members. */
export const encryptionOutput = {
  SSEKMSKeyId: shape.string(),
  SSEKMSEncryptionContext: shape.string(),
  BucketKeyEnabled: shape.boolean(),
} as const;

/** Members by which a write asks for encryption. */
export const encryptionInput = {
  ServerSideEncryption: serverSideEncryption,
  SSEKMSKeyId: shape.string(),
  SSEKMSEncryptionContext: shape.string(),
  BucketKeyEnabled: shape.boolean(),
} as const;

export const encryptionConfiguration = shape.structure(
  {
    Rules: shape.list(
      shape.structure({
        ApplyServerSideEncryptionByDefault: shape.structure(
          { SSEAlgorithm: serverSideEncryption, KMSMasterKeyID: shape.string() },
          ['SSEAlgorithm'],
        ),
        BucketKeyEnabled: shape.boolean(),
        BlockedEncryptionTypes: shape.structure({
          EncryptionType: shape.list(shape.oneOf('NONE', 'SSE-C')),
        }),
      }),
    ),
  },
  ['Rules'],
);
