import { define, isRefusal, refuse, shape } from '../../../aws';
import { holdDataKey } from '../attaching';
import { describeAttachment } from '../describing';
import { ec2Arn, instanceOf, permission, volumeOf } from '../finding';
import { volumes } from '../records/volume';
import { denied, incorrectState } from '../rules/errors';
import { attachment } from '../rules/shapes';
import { ATTACHING_MS } from '../rules/timing';

/**
 * Attaches a volume to an instance. One whose data key the instance cannot get comes off again.
 * refuses: InvalidVolume.NotFound, InvalidInstanceID.NotFound, VolumeInUse, IncorrectState. fact: services 1, 4
 */
export const attachVolume = define({
  service: 'ec2',
  name: 'AttachVolume',
  about: 'Attaches an EBS volume to an instance.',
  input: shape.structure({ Device: shape.string(), InstanceId: shape.string(), VolumeId: shape.string() }, [
    'Device',
    'InstanceId',
    'VolumeId',
  ]),
  output: attachment,
  readOnly: false,
  denied,
  permissions: (call) => [
    permission(call, 'AttachVolume', 'volume', call.input.VolumeId),
    permission(call, 'AttachVolume', 'instance', call.input.InstanceId),
  ],
  resources: (call) => [ec2Arn(call, 'volume', call.input.VolumeId)],
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, nowMs } = call;
    const volume = volumeOf(call, input.VolumeId);
    if (isRefusal(volume)) return volume;
    const instance = instanceOf(call, input.InstanceId);
    if (isRefusal(instance)) return instance;
    if (volume.attachment) {
      return refuse('VolumeInUse', `${volume.volumeId} is already attached to an instance`);
    }
    if (volume.state !== 'available') {
      return incorrectState(`Unable to attach volume ${volume.volumeId}: it is ${volume.state}.`);
    }
    const { instanceId, state } = instance;
    if (state !== 'running' && state !== 'stopped') {
      return incorrectState(`Instance '${instanceId}' is not 'running'.`);
    }
    // A stopped instance needs the data key only once it starts.
    const grantId = state === 'running' ? holdDataKey(call, volume, instanceId) : undefined;
    const attached = world.put(volumes, {
      ...volume,
      state: 'in-use',
      attachment: {
        instanceId,
        device: input.Device,
        state: 'attaching',
        attachedAtMs: nowMs,
        deleteOnTermination: false,
        grantId: isRefusal(grantId) ? undefined : grantId,
        failing: isRefusal(grantId) || undefined,
      },
      settlesAtMs: nowMs + ATTACHING_MS,
    });
    return describeAttachment(attached);
  },
});
