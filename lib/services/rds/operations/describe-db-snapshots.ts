import { define, isRefusal, shape } from '../../../aws';
import { describeSnapshot } from '../describing';
import { ownedHere, permission, readableSnapshot } from '../finding';
import { dbSnapshots } from '../records/db-snapshot';
import { denied } from '../rules/errors';
import { dbSnapshot, identifier } from '../rules/shapes';

/** refuses: DBSnapshotNotFound */
export const describeDBSnapshots = define({
  service: 'rds',
  name: 'DescribeDBSnapshots',
  about: 'Describes database snapshots.',
  input: shape.structure({
    DBInstanceIdentifier: identifier,
    DBSnapshotIdentifier: identifier,
    IncludeShared: shape.boolean(),
  }),
  output: shape.structure({ DBSnapshots: shape.list(dbSnapshot) }),
  readOnly: true,
  denied,
  permissions: (call) => [
    permission(call, 'DescribeDBSnapshots', 'snapshot', call.input.DBSnapshotIdentifier ?? '*'),
  ],
  handle: (call) => {
    const { DBInstanceIdentifier: of, DBSnapshotIdentifier: name, IncludeShared } = call.input;
    const { account } = call.principal;
    if (name !== undefined) {
      const snapshot = readableSnapshot(call, name);
      return isRefusal(snapshot) ? snapshot : { DBSnapshots: [describeSnapshot(snapshot, account)] };
    }
    const table = call.world.table(dbSnapshots);
    const shared = IncludeShared ? table.by('sharedWith', ownedHere(call)) : [];
    const found = [...table.by('owner', ownedHere(call)), ...shared];
    const wanted = found.filter((snapshot) => of === undefined || snapshot.of.name === of.toLowerCase());
    return { DBSnapshots: wanted.map((snapshot) => describeSnapshot(snapshot, account)) };
  },
});
