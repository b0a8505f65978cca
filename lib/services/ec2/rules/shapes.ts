import { shape } from '../../../aws';

export const filters = shape.list(
  shape.structure({ Name: shape.string(), Values: shape.list(shape.string()) }),
);
export const ids = shape.list(shape.string());

export const attachment = shape.structure({
  DeleteOnTermination: shape.boolean(),
  VolumeId: shape.string(),
  InstanceId: shape.string(),
  Device: shape.string(),
  State: shape.string(),
  AttachTime: shape.timestamp(),
});

export const volume = shape.structure({
  Iops: shape.integer(),
  VolumeType: shape.string(),
  MultiAttachEnabled: shape.boolean(),
  VolumeId: shape.string(),
  Size: shape.integer(),
  SnapshotId: shape.string(),
  AvailabilityZone: shape.string(),
  State: shape.string(),
  CreateTime: shape.timestamp(),
  Attachments: shape.list(attachment),
  Encrypted: shape.boolean(),
  KmsKeyId: shape.string(),
});
export type VolumeDescription = NonNullable<(typeof volume)['type']>;

export const snapshot = shape.structure({
  SnapshotId: shape.string(),
  VolumeId: shape.string(),
  State: shape.string(),
  StateMessage: shape.string(),
  StartTime: shape.timestamp(),
  Progress: shape.string(),
  OwnerId: shape.string(),
  Description: shape.string(),
  VolumeSize: shape.integer(),
  Encrypted: shape.boolean(),
  KmsKeyId: shape.string(),
});
export type SnapshotDescription = NonNullable<(typeof snapshot)['type']>;

const instanceState = shape.structure({ Code: shape.integer(), Name: shape.string() });
const stateReason = shape.structure({ Code: shape.string(), Message: shape.string() });

const instance = shape.structure({
  Architecture: shape.string(),
  BlockDeviceMappings: shape.list(
    shape.structure({
      DeviceName: shape.string(),
      Ebs: shape.structure({
        AttachTime: shape.timestamp(),
        DeleteOnTermination: shape.boolean(),
        Status: shape.string(),
        VolumeId: shape.string(),
      }),
    }),
  ),
  RootDeviceName: shape.string(),
  RootDeviceType: shape.string(),
  StateReason: stateReason,
  InstanceId: shape.string(),
  ImageId: shape.string(),
  State: instanceState,
  StateTransitionReason: shape.string(),
  AmiLaunchIndex: shape.integer(),
  InstanceType: shape.string(),
  LaunchTime: shape.timestamp(),
  Placement: shape.structure({ AvailabilityZone: shape.string() }),
});
export type InstanceDescription = NonNullable<(typeof instance)['type']>;

export const reservationMembers = {
  ReservationId: shape.string(),
  OwnerId: shape.string(),
  Groups: shape.list(shape.string()),
  Instances: shape.list(instance),
} as const;

/** Answer of Start-, Stop- and TerminateInstances. */
export const stateChange = shape.structure({
  InstanceId: shape.string(),
  CurrentState: instanceState,
  PreviousState: instanceState,
});
