import { type Call, define, isRefusal, type Refusal, shape } from '../../../aws';
import { describeSnapshot } from '../describing';
import { permission, rdsArn, readableSnapshot } from '../finding';
import { encryptStorage, refuseUnreadable, retire } from '../kms';
import type { StorageEncryption } from '../records/db-instance';
import { type DBSnapshotRecord, dbSnapshots } from '../records/db-snapshot';
import { denied, invalidCombination, snapshotExists, snapshotState } from '../rules/errors';
import { dbSnapshot, identifier } from '../rules/shapes';
import { SNAPSHOT_MS } from '../rules/timing';

/**
 * Copies a snapshot into this Region, under another key if one is named: so storage gets another key, or its first.
 * refuses: DBSnapshotNotFound, InvalidDBSnapshotState, DBSnapshotAlreadyExists, InvalidParameterCombination,
 * KMSKeyNotAccessibleFault. fact: services 5. assumed: what the copy asks of KMS, by grants that are retired afterwards
 */
export const copyDBSnapshot = define({
  service: 'rds',
  name: 'CopyDBSnapshot',
  about: 'Copies a database snapshot, into this Region and under another key if asked.',
  input: shape.structure(
    {
      SourceDBSnapshotIdentifier: identifier,
      TargetDBSnapshotIdentifier: identifier,
      KmsKeyId: shape.string(),
      SourceRegion: shape.string(),
    },
    ['SourceDBSnapshotIdentifier', 'TargetDBSnapshotIdentifier'],
  ),
  output: shape.structure({ DBSnapshot: dbSnapshot }),
  readOnly: false,
  denied,
  permissions: (call) => [
    permission(call, 'CopyDBSnapshot', 'snapshot', call.input.TargetDBSnapshotIdentifier),
  ],
  resources: (call) => [rdsArn(call, 'snapshot', call.input.TargetDBSnapshotIdentifier)],
  responseElements: ({ DBSnapshot }) => ({ ...DBSnapshot }),
  handle: (call) => {
    const { input, world, nowMs, region, principal } = call;
    const source = readableSnapshot(call, input.SourceDBSnapshotIdentifier);
    if (isRefusal(source)) return source;
    if (source.status !== 'available') return snapshotState(`The snapshot is ${source.status}.`);
    const arn = rdsArn(call, 'snapshot', input.TargetDBSnapshotIdentifier);
    if (world.table(dbSnapshots).get(arn)) return snapshotExists(input.TargetDBSnapshotIdentifier);
    const encryption = encryptCopy(call, arn, source);
    if (isRefusal(encryption)) return encryption;
    const copy = world.put(dbSnapshots, {
      arn,
      name: arn.slice(arn.lastIndexOf(':') + 1),
      account: principal.account,
      region,
      of: source.of,
      createdAtMs: nowMs,
      status: 'copying',
      encryption,
      sharedWith: [],
      sourceArn: source.arn,
      settlesAtMs: nowMs + SNAPSHOT_MS,
    });
    return { DBSnapshot: describeSnapshot(copy, principal.account) };
  },
});

function encryptCopy(
  call: Call<{ readonly KmsKeyId?: string }>,
  arn: string,
  source: DBSnapshotRecord,
): StorageEncryption | undefined | Refusal {
  const { KmsKeyId } = call.input;
  const { region, principal } = call;
  if (KmsKeyId === undefined) {
    const isElsewhere = source.region !== region || source.account !== principal.account;
    if (!source.encryption || !isElsewhere) return source.encryption;
    return invalidCombination(
      'A copy of an encrypted snapshot of another Region or account needs a KmsKeyId.',
    );
  }
  const unreadable = refuseUnreadable(call, source);
  if (unreadable) return unreadable;
  const place = { region, account: principal.account, arn };
  const made = encryptStorage(call, place, KmsKeyId, source.of.resourceId);
  if (isRefusal(made)) return made;
  retire(call, place, made.encryption.keyArn, made.grantId);
  return made.encryption;
}
