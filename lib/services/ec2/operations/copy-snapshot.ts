import { define, isRefusal, shape } from '../../../aws';
import { encryptFromSnapshot, keyIdFor } from '../encryption';
import { permission, readableSnapshot } from '../finding';
import { snapshots } from '../records/snapshot';
import { denied, incorrectState, KEY_NOT_ACCESSIBLE, refuseKeyAlone } from '../rules/errors';
import { NO_VOLUME, newId } from '../rules/ids';
import { COPY_MS } from '../rules/timing';

/**
 * Copies a snapshot into this Region, from another Region or account too, under a key of this Region: its data is
 * encrypted anew. A copy whose key cannot be used ends in error.
 * refuses: InvalidParameterDependency, InvalidSnapshot.NotFound, IncorrectState. fact: services 4
 */
export const copySnapshot = define({
  service: 'ec2',
  name: 'CopySnapshot',
  about: 'Copies a snapshot into this Region, under a key of its own if asked.',
  input: shape.structure(
    {
      Description: shape.string(),
      DestinationRegion: shape.string(),
      Encrypted: shape.boolean(),
      KmsKeyId: shape.string(),
      SourceRegion: shape.string(),
      SourceSnapshotId: shape.string(),
    },
    ['SourceRegion', 'SourceSnapshotId'],
  ),
  output: shape.structure({ SnapshotId: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'CopySnapshot', 'snapshot')],
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, nowMs, region } = call;
    const source = readableSnapshot(call, input.SourceSnapshotId, input.SourceRegion);
    if (isRefusal(source)) return source;
    const wish = { ...input, Encrypted: input.Encrypted || source.encryption !== undefined };
    const refusal = refuseKeyAlone(wish);
    if (refusal) return refusal;
    if (source.state !== 'completed') {
      return incorrectState(`Snapshot is in invalid state - ${source.state}`);
    }
    const snapshotId = newId(call, 'snap');
    const keyId = keyIdFor(call, wish, source);
    const made = keyId === undefined ? undefined : encryptFromSnapshot(call, snapshotId, keyId, source);
    world.put(snapshots, {
      snapshotId,
      volumeId: NO_VOLUME,
      account: call.principal.account,
      region,
      description: input.Description ?? '',
      sizeGiB: source.sizeGiB,
      startedAtMs: nowMs,
      state: 'pending',
      encryption: isRefusal(made) ? undefined : made,
      failing: isRefusal(made) ? KEY_NOT_ACCESSIBLE : undefined,
      sharedWith: [],
      public: false,
      settlesAtMs: nowMs + COPY_MS,
    });
    return { SnapshotId: snapshotId };
  },
});
