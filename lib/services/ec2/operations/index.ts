import type { AnyOperation } from '../../../aws';
import { attachVolume } from './attach-volume';
import { copySnapshot } from './copy-snapshot';
import { createSnapshot } from './create-snapshot';
import { createVolume } from './create-volume';
import { deleteSnapshot } from './delete-snapshot';
import { deleteVolume } from './delete-volume';
import { describeInstances } from './describe-instances';
import { describeSnapshotAttribute } from './describe-snapshot-attribute';
import { describeSnapshots } from './describe-snapshots';
import { describeVolumes } from './describe-volumes';
import { detachVolume } from './detach-volume';
import { disableEbsEncryptionByDefault } from './disable-ebs-encryption-by-default';
import { enableEbsEncryptionByDefault } from './enable-ebs-encryption-by-default';
import { getEbsDefaultKmsKeyId } from './get-ebs-default-kms-key-id';
import { getEbsEncryptionByDefault } from './get-ebs-encryption-by-default';
import { modifyEbsDefaultKmsKeyId } from './modify-ebs-default-kms-key-id';
import { modifySnapshotAttribute } from './modify-snapshot-attribute';
import { resetEbsDefaultKmsKeyId } from './reset-ebs-default-kms-key-id';
import { runInstances } from './run-instances';
import { startInstances } from './start-instances';
import { stopInstances } from './stop-instances';
import { terminateInstances } from './terminate-instances';

export const operations: Readonly<Record<string, AnyOperation>> = {
  AttachVolume: attachVolume,
  CopySnapshot: copySnapshot,
  CreateSnapshot: createSnapshot,
  CreateVolume: createVolume,
  DeleteSnapshot: deleteSnapshot,
  DeleteVolume: deleteVolume,
  DescribeInstances: describeInstances,
  DescribeSnapshotAttribute: describeSnapshotAttribute,
  DescribeSnapshots: describeSnapshots,
  DescribeVolumes: describeVolumes,
  DetachVolume: detachVolume,
  DisableEbsEncryptionByDefault: disableEbsEncryptionByDefault,
  EnableEbsEncryptionByDefault: enableEbsEncryptionByDefault,
  GetEbsDefaultKmsKeyId: getEbsDefaultKmsKeyId,
  GetEbsEncryptionByDefault: getEbsEncryptionByDefault,
  ModifyEbsDefaultKmsKeyId: modifyEbsDefaultKmsKeyId,
  ModifySnapshotAttribute: modifySnapshotAttribute,
  ResetEbsDefaultKmsKeyId: resetEbsDefaultKmsKeyId,
  RunInstances: runInstances,
  StartInstances: startInstances,
  StopInstances: stopInstances,
  TerminateInstances: terminateInstances,
};
