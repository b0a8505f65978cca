import { define, isRefusal, shape } from '../../../aws';
import { describeInstance } from '../describing';
import { newResourceId, permission, rdsArn, readableSnapshot } from '../finding';
import { encryptStorage, refuseUnreadable } from '../kms';
import { dbInstances } from '../records/db-instance';
import { newInstance } from '../restoring';
import { denied, instanceExists, snapshotState } from '../rules/errors';
import { dbInstance, identifier } from '../rules/shapes';

/**
 * Makes an instance of a snapshot, under the snapshot's key.
 * refuses: DBSnapshotNotFound, InvalidDBSnapshotState, DBInstanceAlreadyExists, KMSKeyNotAccessibleFault. fact: services 5
 */
export const restoreDBInstanceFromDBSnapshot = define({
  service: 'rds',
  name: 'RestoreDBInstanceFromDBSnapshot',
  about: 'Creates a database instance from a snapshot, under the key of the snapshot.',
  input: shape.structure(
    { DBInstanceIdentifier: identifier, DBSnapshotIdentifier: identifier, DBInstanceClass: shape.string() },
    ['DBInstanceIdentifier'],
  ),
  output: shape.structure({ DBInstance: dbInstance }),
  readOnly: false,
  denied,
  permissions: (call) => [
    permission(call, 'RestoreDBInstanceFromDBSnapshot', 'db', call.input.DBInstanceIdentifier),
  ],
  resources: (call) => [rdsArn(call, 'db', call.input.DBInstanceIdentifier)],
  responseElements: ({ DBInstance }) => ({ ...DBInstance }),
  handle: (call) => {
    const { input, world, region, principal } = call;
    const source = readableSnapshot(call, input.DBSnapshotIdentifier ?? '');
    if (isRefusal(source)) return source;
    if (source.status !== 'available') return snapshotState(`The snapshot is ${source.status}.`);
    const arn = rdsArn(call, 'db', input.DBInstanceIdentifier);
    if (world.table(dbInstances).get(arn)) return instanceExists();
    const unreadable = refuseUnreadable(call, source);
    if (unreadable) return unreadable;
    const resourceId = newResourceId(call);
    const { encryption, of } = source;
    const place = { region, account: principal.account, arn };
    const storage = encryption && encryptStorage(call, place, encryption.keyArn, resourceId);
    if (isRefusal(storage)) return storage;
    const instance = newInstance(call, {
      arn,
      resourceId,
      instanceClass: input.DBInstanceClass ?? 'db.m7g.large',
      engine: of.engine,
      masterUsername: of.masterUsername,
      sizeGiB: of.sizeGiB,
      backupDays: 1,
      storage,
    });
    return { DBInstance: describeInstance(instance) };
  },
});
