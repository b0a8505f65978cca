import { define, isRefusal, shape } from '../../../aws';
import { describeSnapshot } from '../describing';
import { permission, volumeOf } from '../finding';
import { snapshots } from '../records/snapshot';
import { denied, incorrectState } from '../rules/errors';
import { newId } from '../rules/ids';
import { snapshot as snapshotShape } from '../rules/shapes';
import { SNAPSHOT_MS } from '../rules/timing';

/**
 * Copies a volume's blocks as they are: encrypted under the volume's data key, so KMS is not asked.
 * refuses: InvalidVolume.NotFound, IncorrectState. fact: services 4
 */
export const createSnapshot = define({
  service: 'ec2',
  name: 'CreateSnapshot',
  about: 'Creates a snapshot of an EBS volume, encrypted as the volume is.',
  input: shape.structure({ Description: shape.string(), VolumeId: shape.string() }, ['VolumeId']),
  output: snapshotShape,
  readOnly: false,
  denied,
  permissions: (call) => [
    permission(call, 'CreateSnapshot', 'volume', call.input.VolumeId),
    permission(call, 'CreateSnapshot', 'snapshot'),
  ],
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, nowMs, region } = call;
    const volume = volumeOf(call, input.VolumeId);
    if (isRefusal(volume)) return volume;
    if (volume.state === 'creating')
      return incorrectState(`Volume '${volume.volumeId}' is in the 'creating' state.`);
    const snapshot = world.put(snapshots, {
      snapshotId: newId(call, 'snap'),
      volumeId: volume.volumeId,
      account: call.principal.account,
      region,
      description: input.Description ?? '',
      sizeGiB: volume.sizeGiB,
      startedAtMs: nowMs,
      state: 'pending',
      encryption: volume.encryption,
      sharedWith: [],
      public: false,
      settlesAtMs: nowMs + SNAPSHOT_MS,
    });
    return describeSnapshot(snapshot);
  },
});
