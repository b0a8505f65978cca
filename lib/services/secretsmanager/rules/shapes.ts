import { shape } from '../../../aws';

export const secretId = shape.string({ min: 1, max: 2048 });
export const kmsKeyId = shape.string({ min: 0, max: 2048 });
export const token = shape.string({ min: 32, max: 64 });
export const secretBinary = shape.blob({ min: 1, max: 65_536, sensitive: true });
export const secretString = shape.string({ min: 1, max: 65_536, sensitive: true });
export const stages = shape.list(shape.string({ min: 1, max: 256 }), { min: 1, max: 20 });
export const tags = shape.list(
  shape.structure({ Key: shape.string({ min: 1, max: 128 }), Value: shape.string({ max: 256 }) }),
);
export const replicaRegions = shape.list(
  shape.structure({
    Region: shape.string({ min: 1, max: 128, pattern: '^([a-z]+-)+\\d+$' }),
    KmsKeyId: kmsKeyId,
  }),
  { min: 1 },
);
export const replicationStatus = shape.list(
  shape.structure({
    Region: shape.string(),
    KmsKeyId: shape.string(),
    Status: shape.oneOf('InSync', 'Failed', 'InProgress'),
    StatusMessage: shape.string(),
  }),
);
export const description = shape.string({ max: 2048 });
