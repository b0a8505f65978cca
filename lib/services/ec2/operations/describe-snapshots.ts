import { type Call, define, isRefusal, shape } from '../../../aws';
import { describeSnapshot } from '../describing';
import { fitting, named, ownedHere, permission, readableSnapshot } from '../finding';
import { type SnapshotRecord, snapshots } from '../records/snapshot';
import { denied } from '../rules/errors';
import { filters, ids, snapshot } from '../rules/shapes';

const FIELDS: Readonly<Record<string, (record: SnapshotRecord) => string | undefined>> = {
  encrypted: ({ encryption }) => String(encryption !== undefined),
  'owner-id': ({ account }) => account,
  'snapshot-id': ({ snapshotId }) => snapshotId,
  status: ({ state }) => state,
  'volume-id': ({ volumeId }) => volumeId,
};

/** differs: public snapshots of strangers are listed only when they are named */
export const describeSnapshots = define({
  service: 'ec2',
  name: 'DescribeSnapshots',
  about: 'Describes the snapshots this account owns or may use.',
  input: shape.structure({ OwnerIds: ids, RestorableByUserIds: ids, SnapshotIds: ids, Filters: filters }),
  output: shape.structure({ Snapshots: shape.list(snapshot) }),
  readOnly: true,
  denied,
  permissions: (call) => [permission(call, 'DescribeSnapshots')],
  handle: (call) => {
    const { OwnerIds, SnapshotIds, RestorableByUserIds, Filters } = call.input;
    const found = named(
      SnapshotIds,
      (id) => readableSnapshot(call, id),
      () => usable(call),
    );
    if (isRefusal(found)) return found;
    const { account } = call.principal;
    const owners = OwnerIds?.map((owner) => (owner === 'self' ? account : owner));
    const wanted = found
      .filter((record) => owners?.includes(record.account) ?? true)
      .filter(
        ({ sharedWith }) =>
          RestorableByUserIds?.some((id) => sharedWith.includes(id === 'self' ? account : id)) ?? true,
      );
    const kept = fitting(wanted, Filters, FIELDS);
    return isRefusal(kept) ? kept : { Snapshots: kept.map(describeSnapshot) };
  },
});

/** The account's own, and those shared with it. */
function usable(call: Call<object>): readonly SnapshotRecord[] {
  const table = call.world.table(snapshots);
  return [...table.by('owner', ownedHere(call)), ...table.by('sharedWith', ownedHere(call))];
}
