import { define, isRefusal, shape } from '../../../aws';
import { describeVolume } from '../describing';
import { encryptFromSnapshot, encryptNew, keyIdFor } from '../encryption';
import { ec2Arn, permission, readableSnapshot } from '../finding';
import { volumes } from '../records/volume';
import { denied, missingParameter, refuseKeyAlone } from '../rules/errors';
import { newId } from '../rules/ids';
import { volume as volumeShape } from '../rules/shapes';
import { VOLUME_CREATING_MS } from '../rules/timing';

/**
 * Makes a volume, empty or of a snapshot. The answer comes before KMS is asked in earnest: a volume whose key cannot be
 * used disappears instead of becoming available.
 * refuses: InvalidParameterDependency, InvalidSnapshot.NotFound, MissingParameter. fact: services 1, 4
 */
export const createVolume = define({
  service: 'ec2',
  name: 'CreateVolume',
  about: 'Creates an EBS volume, empty or from a snapshot.',
  input: shape.structure(
    {
      AvailabilityZone: shape.string(),
      Encrypted: shape.boolean(),
      KmsKeyId: shape.string(),
      Size: shape.integer({ min: 1, max: 65_536 }),
      SnapshotId: shape.string(),
      VolumeType: shape.string(),
    },
    ['AvailabilityZone'],
  ),
  output: volumeShape,
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'CreateVolume', 'volume')],
  resources: (call, output) => (output ? [ec2Arn(call, 'volume', output.VolumeId ?? '')] : []),
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, nowMs, region } = call;
    const refusal = refuseKeyAlone(input);
    if (refusal) return refusal;
    const source = input.SnapshotId === undefined ? undefined : readableSnapshot(call, input.SnapshotId);
    if (isRefusal(source)) return source;
    const sizeGiB = input.Size ?? source?.sizeGiB;
    if (sizeGiB === undefined) return missingParameter('size/snapshot');
    const volumeId = newId(call, 'vol');
    const isOwn = source?.account === call.principal.account;
    const keyId = keyIdFor(call, input, source, isOwn ? source.encryption?.keyArn : undefined);
    const made =
      keyId === undefined
        ? undefined
        : source
          ? encryptFromSnapshot(call, volumeId, keyId, source)
          : encryptNew(call, volumeId, keyId);
    const volume = world.put(volumes, {
      volumeId,
      account: call.principal.account,
      region,
      availabilityZone: input.AvailabilityZone,
      sizeGiB,
      volumeType: input.VolumeType ?? 'gp2',
      snapshotId: input.SnapshotId,
      createdAtMs: nowMs,
      state: 'creating',
      encryption: isRefusal(made) ? undefined : made,
      failing: isRefusal(made) || undefined,
      settlesAtMs: nowMs + VOLUME_CREATING_MS,
    });
    return describeVolume(volume);
  },
});
