import { define, isAccountId, isRefusal, type Refusal, shape } from '../../../aws';
import { ownSnapshot, permission } from '../finding';
import { type SnapshotRecord, snapshots } from '../records/snapshot';
import { defaultKeyNotShared, denied, encryptedNotPublic, invalidParameter } from '../rules/errors';
import { ids } from '../rules/shapes';

const volumePermissions = shape.list(shape.structure({ Group: shape.string(), UserId: shape.string() }));

const input = shape.structure(
  {
    Attribute: shape.oneOf('productCodes', 'createVolumePermission'),
    CreateVolumePermission: shape.structure({ Add: volumePermissions, Remove: volumePermissions }),
    GroupNames: ids,
    OperationType: shape.oneOf('add', 'remove'),
    SnapshotId: shape.string(),
    UserIds: ids,
  },
  ['SnapshotId'],
);
type Input = NonNullable<(typeof input)['type']>;

/**
 * Says which accounts may make volumes of a snapshot. What they need of its key is another matter.
 * refuses: InvalidSnapshot.NotFound, InvalidParameterValue, OperationNotPermitted. fact: services 4
 */
export const modifySnapshotAttribute = define({
  service: 'ec2',
  name: 'ModifySnapshotAttribute',
  about: 'Shares a snapshot with other accounts, or stops sharing it.',
  input,
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'ModifySnapshotAttribute', 'snapshot', call.input.SnapshotId)],
  handle: (call) => {
    const snapshot = ownSnapshot(call, call.input.SnapshotId);
    if (isRefusal(snapshot)) return snapshot;
    const { add, remove } = changeOf(call.input);
    const refusal = refuseSharing(snapshot, add) ?? refuseNames([...add, ...remove]);
    if (refusal) return refusal;
    const kept = snapshot.sharedWith.filter((account) => !remove.includes(account) && !add.includes(account));
    call.world.put(snapshots, {
      ...snapshot,
      sharedWith: [...kept, ...add.filter((name) => name !== EVERYBODY)],
      public: (snapshot.public || add.includes(EVERYBODY)) && !remove.includes(EVERYBODY),
    });
    return undefined as never;
  },
});

const EVERYBODY = 'all';

interface Change {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Both ways of saying it: by operation type and ids, or by a structure. */
function changeOf({
  OperationType,
  UserIds = [],
  GroupNames = [],
  CreateVolumePermission = {},
}: Input): Change {
  const flat = [...UserIds, ...GroupNames];
  const named = (list: typeof CreateVolumePermission.Add) =>
    (list ?? []).map(({ Group, UserId }) => UserId ?? Group ?? '');
  return {
    add: [...named(CreateVolumePermission.Add), ...(OperationType === 'add' ? flat : [])],
    remove: [...named(CreateVolumePermission.Remove), ...(OperationType === 'remove' ? flat : [])],
  };
}

function refuseSharing({ encryption }: SnapshotRecord, add: readonly string[]): Refusal | undefined {
  if (!encryption || add.length === 0) return undefined;
  if (add.includes(EVERYBODY)) return encryptedNotPublic();
  return encryption.managed ? defaultKeyNotShared() : undefined;
}

function refuseNames(names: readonly string[]): Refusal | undefined {
  const odd = names.find((name) => name !== EVERYBODY && !isAccountId(name));
  return odd === undefined ? undefined : invalidParameter(`Value (${odd}) for parameter userId is invalid.`);
}
