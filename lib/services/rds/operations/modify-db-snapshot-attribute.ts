import { define, isRefusal, type Refusal, refuse, shape } from '../../../aws';
import { ownSnapshot, permission, rdsArn } from '../finding';
import { type DBSnapshotRecord, dbSnapshots } from '../records/db-snapshot';
import {
  DEFAULT_KEY_NOT_SHARED,
  denied,
  ENCRYPTED_NOT_PUBLIC,
  MOST_SHARED_ACCOUNTS,
  snapshotState,
} from '../rules/errors';
import { identifier } from '../rules/shapes';

const attributes = shape.structure({
  DBSnapshotIdentifier: shape.string(),
  DBSnapshotAttributes: shape.list(
    shape.structure({ AttributeName: shape.string(), AttributeValues: shape.list(shape.string()) }),
  ),
});

/**
 * Says which accounts may copy and restore a snapshot. What they need of its key is another matter.
 * refuses: DBSnapshotNotFound, InvalidDBSnapshotState, SharedSnapshotQuotaExceeded. fact: services 5
 */
export const modifyDBSnapshotAttribute = define({
  service: 'rds',
  name: 'ModifyDBSnapshotAttribute',
  about: 'Shares a database snapshot with other accounts, or stops sharing it.',
  input: shape.structure(
    {
      DBSnapshotIdentifier: identifier,
      AttributeName: shape.string(),
      ValuesToAdd: shape.list(shape.string()),
      ValuesToRemove: shape.list(shape.string()),
    },
    ['DBSnapshotIdentifier', 'AttributeName'],
  ),
  output: shape.structure({ DBSnapshotAttributesResult: attributes }),
  readOnly: false,
  denied,
  permissions: (call) => [
    permission(call, 'ModifyDBSnapshotAttribute', 'snapshot', call.input.DBSnapshotIdentifier),
  ],
  resources: (call) => [rdsArn(call, 'snapshot', call.input.DBSnapshotIdentifier)],
  handle: (call) => {
    const { ValuesToAdd: add = [], ValuesToRemove: remove = [], DBSnapshotIdentifier } = call.input;
    const snapshot = ownSnapshot(call, DBSnapshotIdentifier);
    if (isRefusal(snapshot)) return snapshot;
    const kept = snapshot.sharedWith.filter((name) => !remove.includes(name) && !add.includes(name));
    const sharedWith = [...kept, ...add];
    const refusal = refuseSharing(snapshot, add, sharedWith);
    if (refusal) return refusal;
    call.world.put(dbSnapshots, { ...snapshot, sharedWith });
    return {
      DBSnapshotAttributesResult: {
        DBSnapshotIdentifier: snapshot.name,
        DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: sharedWith }],
      },
    };
  },
});

function refuseSharing(
  { encryption }: DBSnapshotRecord,
  add: readonly string[],
  sharedWith: readonly string[],
): Refusal | undefined {
  if (sharedWith.length > MOST_SHARED_ACCOUNTS) {
    const text = `A snapshot is shared with at most ${MOST_SHARED_ACCOUNTS} accounts, found ${sharedWith.length}.`;
    return refuse('SharedSnapshotQuotaExceeded', text);
  }
  if (!encryption || add.length === 0) return undefined;
  if (add.includes('all')) return snapshotState(ENCRYPTED_NOT_PUBLIC);
  return encryption.managed ? snapshotState(DEFAULT_KEY_NOT_SHARED) : undefined;
}
