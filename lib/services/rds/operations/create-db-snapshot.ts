import { define, isRefusal, shape } from '../../../aws';
import { describeSnapshot } from '../describing';
import { instanceOf, permission, rdsArn } from '../finding';
import { dbSnapshots } from '../records/db-snapshot';
import { denied, snapshotExists, wrongState } from '../rules/errors';
import { dbSnapshot, identifier } from '../rules/shapes';
import { SNAPSHOT_MS } from '../rules/timing';

/** refuses: DBInstanceNotFound, InvalidDBInstanceState, DBSnapshotAlreadyExists */
export const createDBSnapshot = define({
  service: 'rds',
  name: 'CreateDBSnapshot',
  about: 'Creates a snapshot of a database instance, encrypted as the instance is.',
  input: shape.structure({ DBSnapshotIdentifier: identifier, DBInstanceIdentifier: identifier }, [
    'DBSnapshotIdentifier',
    'DBInstanceIdentifier',
  ]),
  output: shape.structure({ DBSnapshot: dbSnapshot }),
  readOnly: false,
  denied,
  permissions: (call) => [
    permission(call, 'CreateDBSnapshot', 'db', call.input.DBInstanceIdentifier),
    permission(call, 'CreateDBSnapshot', 'snapshot', call.input.DBSnapshotIdentifier),
  ],
  resources: (call) => [rdsArn(call, 'snapshot', call.input.DBSnapshotIdentifier)],
  responseElements: ({ DBSnapshot }) => ({ ...DBSnapshot }),
  handle: (call) => {
    const { input, world, nowMs, region, principal } = call;
    const instance = instanceOf(call, input.DBInstanceIdentifier);
    if (isRefusal(instance)) return instance;
    if (instance.status !== 'available') return wrongState(instance.name, instance.status);
    const arn = rdsArn(call, 'snapshot', input.DBSnapshotIdentifier);
    if (world.table(dbSnapshots).get(arn)) return snapshotExists(input.DBSnapshotIdentifier);
    const { name, engine, masterUsername, sizeGiB, resourceId } = instance;
    const snapshot = world.put(dbSnapshots, {
      arn,
      name: arn.slice(arn.lastIndexOf(':') + 1),
      account: principal.account,
      region,
      of: { name, engine, masterUsername, sizeGiB, resourceId },
      createdAtMs: nowMs,
      status: 'creating',
      encryption: instance.encryption,
      sharedWith: [],
      settlesAtMs: nowMs + SNAPSHOT_MS,
    });
    return { DBSnapshot: describeSnapshot(snapshot, principal.account) };
  },
});
