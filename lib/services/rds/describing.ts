import type { DBInstanceRecord } from './records/db-instance';
import type { DBSnapshotRecord } from './records/db-snapshot';
import type { DBInstanceDescription, DBSnapshotDescription } from './rules/shapes';

export function describeInstance(instance: DBInstanceRecord): DBInstanceDescription {
  return {
    DBInstanceIdentifier: instance.name,
    DBInstanceClass: instance.instanceClass,
    Engine: instance.engine,
    DBInstanceStatus: instance.status,
    MasterUsername: instance.masterUsername,
    AllocatedStorage: instance.sizeGiB,
    InstanceCreateTime: instance.createdAtMs,
    BackupRetentionPeriod: instance.backupDays,
    StorageEncrypted: instance.encryption !== undefined,
    KmsKeyId: instance.encryption?.keyArn,
    DbiResourceId: instance.resourceId,
    DBInstanceArn: instance.arn,
  };
}

/** @param account who asks: a snapshot of another account is named by its ARN. */
export function describeSnapshot(snapshot: DBSnapshotRecord, account: string): DBSnapshotDescription {
  const { of, encryption } = snapshot;
  const isOwn = snapshot.account === account;
  return {
    DBSnapshotIdentifier: isOwn ? snapshot.name : snapshot.arn,
    DBInstanceIdentifier: of.name,
    SnapshotCreateTime: snapshot.createdAtMs,
    Engine: of.engine,
    AllocatedStorage: of.sizeGiB,
    Status: snapshot.status,
    MasterUsername: of.masterUsername,
    SnapshotType: isOwn ? 'manual' : 'shared',
    SourceDBSnapshotIdentifier: snapshot.sourceArn,
    Encrypted: encryption !== undefined,
    KmsKeyId: encryption?.keyArn,
    DBSnapshotArn: snapshot.arn,
    DbiResourceId: of.resourceId,
  };
}
