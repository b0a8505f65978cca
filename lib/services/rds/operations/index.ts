import type { AnyOperation } from '../../../aws';
import { copyDBSnapshot } from './copy-db-snapshot';
import { createDBInstance } from './create-db-instance';
import { createDBSnapshot } from './create-db-snapshot';
import { deleteDBInstance } from './delete-db-instance';
import { describeDBInstances } from './describe-db-instances';
import { describeDBSnapshots } from './describe-db-snapshots';
import { modifyDBSnapshotAttribute } from './modify-db-snapshot-attribute';
import { restoreDBInstanceFromDBSnapshot } from './restore-db-instance-from-db-snapshot';
import { startDBInstance } from './start-db-instance';

export const operations: Readonly<Record<string, AnyOperation>> = {
  CopyDBSnapshot: copyDBSnapshot,
  CreateDBInstance: createDBInstance,
  CreateDBSnapshot: createDBSnapshot,
  DeleteDBInstance: deleteDBInstance,
  DescribeDBInstances: describeDBInstances,
  DescribeDBSnapshots: describeDBSnapshots,
  ModifyDBSnapshotAttribute: modifyDBSnapshotAttribute,
  RestoreDBInstanceFromDBSnapshot: restoreDBInstanceFromDBSnapshot,
  StartDBInstance: startDBInstance,
};
