import { define, isRefusal, shape } from '../../../aws';
import { ownSnapshot, permission } from '../finding';
import { snapshots } from '../records/snapshot';
import { denied } from '../rules/errors';

/** refuses: InvalidSnapshot.NotFound */
export const deleteSnapshot = define({
  service: 'ec2',
  name: 'DeleteSnapshot',
  about: 'Deletes a snapshot.',
  input: shape.structure({ SnapshotId: shape.string() }, ['SnapshotId']),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'DeleteSnapshot', 'snapshot', call.input.SnapshotId)],
  handle: (call) => {
    const snapshot = ownSnapshot(call, call.input.SnapshotId);
    if (isRefusal(snapshot)) return snapshot;
    call.world.delete(snapshots, snapshot.snapshotId);
    return undefined as never;
  },
});
