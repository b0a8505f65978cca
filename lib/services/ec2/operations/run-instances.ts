import { type Call, define, isRefusal, refuse, shape } from '../../../aws';
import { describeInstance } from '../describing';
import { ec2Arn, permission } from '../finding';
import { type BlockDevice, launch, snapshotsOf, withRoot } from '../launching';
import { type InstanceRecord, instances } from '../records/instance';
import { denied, invalidParameter, refuseKeyAlone } from '../rules/errors';
import { newId } from '../rules/ids';
import { reservationMembers } from '../rules/shapes';
import { PENDING_MS } from '../rules/timing';

const MOST_AT_ONCE = 20;

/**
 * Launches instances with their volumes. An instance whose volumes' data keys cannot be got terminates instead of running.
 * refuses: InvalidParameterValue, InvalidParameterDependency, InvalidBlockDeviceMapping, InvalidSnapshot.NotFound.
 * fact: services 1, 4
 */
export const runInstances = define({
  service: 'ec2',
  name: 'RunInstances',
  about: 'Launches instances and creates their volumes.',
  input: shape.structure({
    BlockDeviceMappings: shape.list(
      shape.structure({
        Ebs: shape.structure({
          DeleteOnTermination: shape.boolean(),
          SnapshotId: shape.string(),
          VolumeSize: shape.integer({ min: 1, max: 65_536 }),
          KmsKeyId: shape.string(),
          VolumeType: shape.string(),
          Encrypted: shape.boolean(),
        }),
        DeviceName: shape.string(),
      }),
    ),
    ImageId: shape.string(),
    InstanceType: shape.string(),
    MaxCount: shape.integer({ min: 1 }),
    MinCount: shape.integer({ min: 1 }),
  }),
  output: shape.structure(reservationMembers),
  readOnly: false,
  denied,
  permissions: (call) => [
    permission(call, 'RunInstances', 'instance'),
    permission(call, 'RunInstances', 'volume'),
  ],
  resources: (call, output) =>
    (output?.Instances ?? []).map(({ InstanceId }) => ec2Arn(call, 'instance', InstanceId ?? '')),
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, principal } = call;
    const count = input.MaxCount ?? input.MinCount ?? 1;
    if (count > MOST_AT_ONCE) {
      return refuse(
        'InstanceLimitExceeded',
        `The lab launches at most ${MOST_AT_ONCE} instances at once, found ${count}.`,
      );
    }
    const devices = withRoot(input.BlockDeviceMappings ?? []);
    const refusal = refuseDevices(devices);
    if (refusal) return refusal;
    const sources = snapshotsOf(call, devices);
    if (isRefusal(sources)) return sources;
    const reservationId = newId(call, 'r');
    const launched = Array.from({ length: count }, (_, i) =>
      launch(call, newInstance(call, reservationId, i), devices, sources),
    );
    return {
      ReservationId: reservationId,
      OwnerId: principal.account,
      Groups: [],
      Instances: launched.map((instance) => describeInstance(world, { ...instance, stateReason: PENDING })),
    };
  },
});

/** The answer does not know yet what will come of it. */
const PENDING = { code: 'pending', message: 'pending' };

function refuseDevices(devices: readonly BlockDevice[]) {
  for (const { DeviceName, Ebs } of devices) {
    if (DeviceName === undefined) return invalidParameter('A block device mapping needs a DeviceName.');
    const refusal = refuseKeyAlone(Ebs ?? {});
    if (refusal) return refusal;
  }
  return undefined;
}

function newInstance(
  call: Call<{ readonly ImageId?: string; readonly InstanceType?: string }>,
  reservationId: string,
  launchIndex: number,
): InstanceRecord {
  const { input, world, nowMs, region, principal } = call;
  return world.put(instances, {
    instanceId: newId(call, 'i', `/${launchIndex}`),
    reservationId,
    launchIndex,
    account: principal.account,
    region,
    availabilityZone: `${region}a`,
    imageId: input.ImageId ?? 'ami-0a1b2c3d4e5f60718',
    instanceType: input.InstanceType ?? 'm7g.medium',
    launchedAtMs: nowMs,
    state: 'pending',
    stateTransitionReason: '',
    next: 'running',
    settlesAtMs: nowMs + PENDING_MS,
  });
}
