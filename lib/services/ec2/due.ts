import type { AwsWorld } from '../../aws';
import { type InstanceRecord, instances } from './records/instance';
import { type SnapshotRecord, snapshots } from './records/snapshot';
import { type VolumeRecord, volumes } from './records/volume';

/** What the clock does to EC2's records, by table. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [volumes.name]: (world, record) => settleVolume(world, record as VolumeRecord),
  [snapshots.name]: (world, record) => settleSnapshot(world, record as SnapshotRecord),
  [instances.name]: (world, record) => settleInstance(world, record as InstanceRecord),
};

/** Creating, attaching or detaching ends. A volume whose key could not be used was never there. fact: services 4 */
function settleVolume(world: AwsWorld, volume: VolumeRecord): void {
  const { attachment } = volume;
  if (volume.failing) {
    world.delete(volumes, volume.volumeId);
    return;
  }
  const isAttached = attachment && attachment.state !== 'detaching' && !attachment.failing;
  world.put(volumes, {
    ...volume,
    state: isAttached ? 'in-use' : 'available',
    attachment: isAttached ? { ...attachment, state: 'attached' } : undefined,
    settlesAtMs: undefined,
  });
}

function settleSnapshot(world: AwsWorld, snapshot: SnapshotRecord): void {
  const { failing } = snapshot;
  world.put(snapshots, {
    ...snapshot,
    state: failing === undefined ? 'completed' : 'error',
    stateMessage: failing,
    settlesAtMs: undefined,
  });
}

/** An instance that ends takes along the volumes that are to go with it, and lets go of the others. */
function settleInstance(world: AwsWorld, instance: InstanceRecord): void {
  const { next, instanceId } = instance;
  world.put(instances, {
    ...instance,
    state: next ?? instance.state,
    next: undefined,
    settlesAtMs: undefined,
  });
  if (next !== 'terminated') return;
  for (const volume of world.table(volumes).by('instance', instanceId)) {
    if (volume.attachment?.deleteOnTermination) world.delete(volumes, volume.volumeId);
    else {
      world.put(volumes, { ...volume, state: 'available', attachment: undefined, settlesAtMs: undefined });
    }
  }
}
