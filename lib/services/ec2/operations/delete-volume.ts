import { define, isRefusal, refuse, shape } from '../../../aws';
import { ec2Arn, permission, volumeOf } from '../finding';
import { volumes } from '../records/volume';
import { denied } from '../rules/errors';

/** refuses: InvalidVolume.NotFound, VolumeInUse */
export const deleteVolume = define({
  service: 'ec2',
  name: 'DeleteVolume',
  about: 'Deletes an EBS volume that is attached to nothing.',
  input: shape.structure({ VolumeId: shape.string() }, ['VolumeId']),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'DeleteVolume', 'volume', call.input.VolumeId)],
  resources: (call) => [ec2Arn(call, 'volume', call.input.VolumeId)],
  handle: (call) => {
    const volume = volumeOf(call, call.input.VolumeId);
    if (isRefusal(volume)) return volume;
    const { attachment, volumeId } = volume;
    if (attachment) {
      return refuse('VolumeInUse', `Volume ${volumeId} is currently attached to ${attachment.instanceId}`);
    }
    call.world.delete(volumes, volumeId);
    return undefined as never;
  },
});
