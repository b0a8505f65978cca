import { define, isRefusal, shape } from '../../../aws';
import { ownSnapshot, permission } from '../finding';
import { denied } from '../rules/errors';

/** refuses: InvalidSnapshot.NotFound */
export const describeSnapshotAttribute = define({
  service: 'ec2',
  name: 'DescribeSnapshotAttribute',
  about: 'Shows with whom a snapshot is shared.',
  input: shape.structure(
    { Attribute: shape.oneOf('productCodes', 'createVolumePermission'), SnapshotId: shape.string() },
    ['Attribute', 'SnapshotId'],
  ),
  output: shape.structure({
    ProductCodes: shape.list(shape.string()),
    SnapshotId: shape.string(),
    CreateVolumePermissions: shape.list(shape.structure({ UserId: shape.string(), Group: shape.string() })),
  }),
  readOnly: true,
  denied,
  permissions: (call) => [permission(call, 'DescribeSnapshotAttribute', 'snapshot', call.input.SnapshotId)],
  handle: (call) => {
    const snapshot = ownSnapshot(call, call.input.SnapshotId);
    if (isRefusal(snapshot)) return snapshot;
    const { snapshotId: SnapshotId, sharedWith } = snapshot;
    if (call.input.Attribute === 'productCodes') return { ProductCodes: [], SnapshotId };
    const everybody = snapshot.public ? [{ Group: 'all' }] : [];
    return {
      SnapshotId,
      CreateVolumePermissions: [...everybody, ...sharedWith.map((UserId) => ({ UserId }))],
    };
  },
});
