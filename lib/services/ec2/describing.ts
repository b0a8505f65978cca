import type { AwsWorld } from '../../aws';
import { INSTANCE_STATES, type InstanceRecord, type InstanceState } from './records/instance';
import type { SnapshotRecord } from './records/snapshot';
import { type VolumeRecord, volumes } from './records/volume';
import type { InstanceDescription, SnapshotDescription, VolumeDescription } from './rules/shapes';

export const ROOT_DEVICE = '/dev/xvda';
const BASE_IOPS = 3000;

export function describeVolume(volume: VolumeRecord): VolumeDescription {
  return {
    Iops: BASE_IOPS,
    VolumeType: volume.volumeType,
    MultiAttachEnabled: false,
    VolumeId: volume.volumeId,
    Size: volume.sizeGiB,
    SnapshotId: volume.snapshotId ?? '',
    AvailabilityZone: volume.availabilityZone,
    State: volume.state,
    CreateTime: volume.createdAtMs,
    Attachments: volume.attachment ? [describeAttachment(volume)] : [],
    Encrypted: volume.encryption !== undefined || volume.failing !== undefined,
    KmsKeyId: volume.encryption?.keyArn,
  };
}

export function describeAttachment({ volumeId, attachment }: VolumeRecord) {
  return {
    DeleteOnTermination: attachment?.deleteOnTermination,
    VolumeId: volumeId,
    InstanceId: attachment?.instanceId,
    Device: attachment?.device,
    State: attachment?.state,
    AttachTime: attachment?.attachedAtMs,
  };
}

const PROGRESS = { pending: '0%', completed: '100%', error: '0%' } as const;

export function describeSnapshot(snapshot: SnapshotRecord): SnapshotDescription {
  return {
    SnapshotId: snapshot.snapshotId,
    VolumeId: snapshot.volumeId,
    State: snapshot.state,
    StateMessage: snapshot.stateMessage,
    StartTime: snapshot.startedAtMs,
    Progress: PROGRESS[snapshot.state],
    OwnerId: snapshot.account,
    Description: snapshot.description,
    VolumeSize: snapshot.sizeGiB,
    Encrypted: snapshot.encryption !== undefined || snapshot.failing !== undefined,
    KmsKeyId: snapshot.encryption?.keyArn,
  };
}

export function describeState(state: InstanceState) {
  return { Code: INSTANCE_STATES[state], Name: state };
}

export function describeInstance(world: AwsWorld, instance: InstanceRecord): InstanceDescription {
  const attached = world.table(volumes).by('instance', instance.instanceId);
  const { stateReason } = instance;
  return {
    Architecture: 'x86_64',
    BlockDeviceMappings: attached.map(({ volumeId, attachment }) => ({
      DeviceName: attachment?.device,
      Ebs: {
        AttachTime: attachment?.attachedAtMs,
        DeleteOnTermination: attachment?.deleteOnTermination,
        Status: attachment?.state,
        VolumeId: volumeId,
      },
    })),
    RootDeviceName: ROOT_DEVICE,
    RootDeviceType: 'ebs',
    StateReason: stateReason && { Code: stateReason.code, Message: stateReason.message },
    InstanceId: instance.instanceId,
    ImageId: instance.imageId,
    State: describeState(instance.state),
    StateTransitionReason: instance.stateTransitionReason,
    AmiLaunchIndex: instance.launchIndex,
    InstanceType: instance.instanceType,
    LaunchTime: instance.launchedAtMs,
    Placement: { AvailabilityZone: instance.availabilityZone },
  };
}
