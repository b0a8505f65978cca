import { shape } from '../../../aws';

export const identifier = shape.string({ min: 1, max: 255 });

export const dbInstance = shape.structure({
  DBInstanceIdentifier: shape.string(),
  DBInstanceClass: shape.string(),
  Engine: shape.string(),
  DBInstanceStatus: shape.string(),
  MasterUsername: shape.string(),
  AllocatedStorage: shape.integer(),
  InstanceCreateTime: shape.timestamp(),
  BackupRetentionPeriod: shape.integer(),
  StorageEncrypted: shape.boolean(),
  KmsKeyId: shape.string(),
  DbiResourceId: shape.string(),
  DBInstanceArn: shape.string(),
});
export type DBInstanceDescription = NonNullable<(typeof dbInstance)['type']>;

export const dbSnapshot = shape.structure({
  DBSnapshotIdentifier: shape.string(),
  DBInstanceIdentifier: shape.string(),
  SnapshotCreateTime: shape.timestamp(),
  Engine: shape.string(),
  AllocatedStorage: shape.integer(),
  Status: shape.string(),
  MasterUsername: shape.string(),
  SnapshotType: shape.string(),
  SourceDBSnapshotIdentifier: shape.string(),
  Encrypted: shape.boolean(),
  KmsKeyId: shape.string(),
  DBSnapshotArn: shape.string(),
  DbiResourceId: shape.string(),
});
export type DBSnapshotDescription = NonNullable<(typeof dbSnapshot)['type']>;
