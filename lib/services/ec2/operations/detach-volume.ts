import { define, isRefusal, shape } from '../../../aws';
import { releaseDataKey } from '../attaching';
import { describeAttachment } from '../describing';
import { ec2Arn, permission, volumeOf } from '../finding';
import { volumes } from '../records/volume';
import { denied, incorrectState } from '../rules/errors';
import { attachment } from '../rules/shapes';
import { DETACHING_MS } from '../rules/timing';

/** The instance forgets the data key. refuses: InvalidVolume.NotFound, IncorrectState. fact: services 4 */
export const detachVolume = define({
  service: 'ec2',
  name: 'DetachVolume',
  about: 'Detaches an EBS volume from its instance.',
  input: shape.structure(
    {
      Device: shape.string(),
      Force: shape.boolean(),
      InstanceId: shape.string(),
      VolumeId: shape.string(),
    },
    ['VolumeId'],
  ),
  output: attachment,
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'DetachVolume', 'volume', call.input.VolumeId)],
  resources: (call) => [ec2Arn(call, 'volume', call.input.VolumeId)],
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { world, nowMs } = call;
    const volume = volumeOf(call, call.input.VolumeId);
    if (isRefusal(volume)) return volume;
    if (!volume.attachment || volume.attachment.state === 'detaching') {
      return incorrectState(`Volume '${volume.volumeId}' is in the 'available' state.`);
    }
    const { attachment: present } = releaseDataKey(call, volume);
    const leaving = world.put(volumes, {
      ...volume,
      attachment: present && { ...present, state: 'detaching' },
      settlesAtMs: nowMs + DETACHING_MS,
    });
    return describeAttachment(leaving);
  },
});
