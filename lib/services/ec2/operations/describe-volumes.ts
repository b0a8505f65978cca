import { define, isRefusal, shape } from '../../../aws';
import { describeVolume } from '../describing';
import { fitting, named, ownedHere, permission, volumeOf } from '../finding';
import { type VolumeRecord, volumes } from '../records/volume';
import { denied } from '../rules/errors';
import { filters, ids, volume } from '../rules/shapes';

const FIELDS: Readonly<Record<string, (record: VolumeRecord) => string | undefined>> = {
  'attachment.instance-id': ({ attachment }) => attachment?.instanceId,
  encrypted: ({ encryption }) => String(encryption !== undefined),
  'snapshot-id': ({ snapshotId }) => snapshotId,
  status: ({ state }) => state,
  'volume-id': ({ volumeId }) => volumeId,
};

export const describeVolumes = define({
  service: 'ec2',
  name: 'DescribeVolumes',
  about: 'Describes the EBS volumes of this account and Region.',
  input: shape.structure({ VolumeIds: ids, Filters: filters }),
  output: shape.structure({ Volumes: shape.list(volume) }),
  readOnly: true,
  denied,
  permissions: (call) => [permission(call, 'DescribeVolumes')],
  handle: (call) => {
    const { VolumeIds, Filters } = call.input;
    const all = () => call.world.table(volumes).by('owner', ownedHere(call));
    const found = named(VolumeIds, (id) => volumeOf(call, id), all);
    if (isRefusal(found)) return found;
    const kept = fitting(found, Filters, FIELDS);
    return isRefusal(kept) ? kept : { Volumes: kept.map(describeVolume) };
  },
});
