import { type Call, isRefusal, type Refusal } from '../../aws';
import { holdAll, releaseAll } from './attaching';
import { ROOT_DEVICE } from './describing';
import { encryptFromSnapshot, encryptNew, keyIdFor } from './encryption';
import { readableSnapshot } from './finding';
import { type InstanceRecord, instances } from './records/instance';
import type { SnapshotRecord } from './records/snapshot';
import { type VolumeRecord, volumes } from './records/volume';
import { launchFailure } from './rules/errors';
import { newId } from './rules/ids';
import { ATTACHING_MS, PENDING_MS } from './rules/timing';

/** A volume that a launch makes. */
export interface BlockDevice {
  readonly DeviceName?: string;
  readonly Ebs?: {
    readonly DeleteOnTermination?: boolean;
    readonly Encrypted?: boolean;
    readonly KmsKeyId?: string;
    readonly SnapshotId?: string;
    readonly VolumeSize?: number;
    readonly VolumeType?: string;
  };
}

/** Size of a root volume, in GiB, where the image does not say. */
const ROOT_GIB = 8;

/** The image's root volume is always there. */
export function withRoot(devices: readonly BlockDevice[]): readonly BlockDevice[] {
  const hasRoot = devices.some(({ DeviceName }) => DeviceName === ROOT_DEVICE);
  return hasRoot ? devices : [{ DeviceName: ROOT_DEVICE, Ebs: { DeleteOnTermination: true } }, ...devices];
}

/** The snapshots that block devices name, by id, or the first that is not there. */
export function snapshotsOf(
  call: Call<object>,
  devices: readonly BlockDevice[],
): ReadonlyMap<string, SnapshotRecord> | Refusal {
  const found = new Map<string, SnapshotRecord>();
  for (const { Ebs } of devices) {
    if (Ebs?.SnapshotId === undefined) continue;
    const snapshot = readableSnapshot(call, Ebs.SnapshotId);
    if (isRefusal(snapshot)) return snapshot;
    found.set(Ebs.SnapshotId, snapshot);
  }
  return found;
}

/**
 * Makes an instance's volumes and gets their data keys. If KMS says no, the instance is shut down at once.
 * fact: services 4
 */
export function launch(
  call: Call<object>,
  instance: InstanceRecord,
  devices: readonly BlockDevice[],
  sources: ReadonlyMap<string, SnapshotRecord>,
): InstanceRecord {
  const { instanceId } = instance;
  const made = devices.map((device, i) => makeVolume(call, instance, device, i, sources));
  const attached = made.filter((volume): volume is VolumeRecord => !isRefusal(volume));
  const refusal = made.find(isRefusal) ?? holdAll(call, instanceId, attached);
  if (!refusal) return instance;
  releaseAll(call, instanceId);
  return call.world.put(instances, {
    ...instance,
    next: 'terminated',
    stateReason: launchFailure(refusal),
    stateTransitionReason: launchFailure(refusal).message,
  });
}

function makeVolume(
  call: Call<object>,
  instance: InstanceRecord,
  { DeviceName = '/dev/sdb', Ebs = {} }: BlockDevice,
  place: number,
  sources: ReadonlyMap<string, SnapshotRecord>,
): VolumeRecord | Refusal {
  const { world, nowMs, principal, region } = call;
  const source = Ebs.SnapshotId === undefined ? undefined : sources.get(Ebs.SnapshotId);
  const volumeId = newId(call, 'vol', `/${instance.launchIndex}/${place}`);
  const isOwn = source?.account === principal.account;
  const keyId = keyIdFor(call, Ebs, source, isOwn ? source.encryption?.keyArn : undefined);
  const encryption = keyId === undefined ? undefined : encrypted(call, volumeId, keyId, source);
  if (isRefusal(encryption)) return encryption;
  return world.put(volumes, {
    volumeId,
    account: principal.account,
    region,
    availabilityZone: instance.availabilityZone,
    sizeGiB: Ebs.VolumeSize ?? source?.sizeGiB ?? ROOT_GIB,
    volumeType: Ebs.VolumeType ?? 'gp3',
    snapshotId: Ebs.SnapshotId,
    createdAtMs: nowMs,
    state: 'in-use',
    encryption,
    attachment: {
      instanceId: instance.instanceId,
      device: DeviceName,
      state: 'attaching',
      attachedAtMs: nowMs,
      deleteOnTermination: Ebs.DeleteOnTermination ?? true,
    },
    settlesAtMs: nowMs + ATTACHING_MS,
  });
}

function encrypted(call: Call<object>, volumeId: string, keyId: string, source: SnapshotRecord | undefined) {
  return source ? encryptFromSnapshot(call, volumeId, keyId, source) : encryptNew(call, volumeId, keyId);
}

/** A stopped instance gets its data keys anew. One that does not get them stops again. fact: services 4 */
export function restart(call: Call<object>, instance: InstanceRecord): InstanceRecord {
  const { world, nowMs } = call;
  const attached = world.table(volumes).by('instance', instance.instanceId);
  const refusal = holdAll(call, instance.instanceId, attached);
  if (refusal) releaseAll(call, instance.instanceId);
  const reason = refusal && launchFailure(refusal);
  return world.put(instances, {
    ...instance,
    state: 'pending',
    next: refusal ? 'stopped' : 'running',
    stateReason: reason,
    stateTransitionReason: reason?.message ?? '',
    launchedAtMs: nowMs,
    settlesAtMs: nowMs + PENDING_MS,
  });
}
