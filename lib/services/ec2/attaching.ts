import { type Call, isRefusal, type Refusal } from '../../aws';
import { grantDecrypt, infrastructure, retire, unwrap } from './kms';
import { type VolumeRecord, volumes } from './records/volume';

/**
 * An instance's hardware gets a volume's data key in the clear, and keeps it until the volume comes off or the instance
 * stops: what happens to the KMS key meanwhile does not reach it. fact: services 4
 * @returns the grant's id; nothing for a volume in the clear.
 */
export function holdDataKey(
  call: Call<object>,
  volume: VolumeRecord,
  instanceId: string,
): string | undefined | Refusal {
  const { encryption } = volume;
  if (!encryption) return undefined;
  const grant = grantDecrypt(call, encryption, instanceId);
  if (isRefusal(grant)) return grant;
  const refusal = unwrap(call, encryption, grant);
  if (!refusal) return grant.grantId;
  retire(call, grant);
  return refusal;
}

/** The hardware forgets the data key, and its grant is retired. */
export function releaseDataKey(call: Call<object>, volume: VolumeRecord): VolumeRecord {
  const { encryption, attachment, region } = volume;
  if (!encryption || !attachment?.grantId) return volume;
  const { grantId, instanceId } = attachment;
  const grantee = infrastructure(call, instanceId);
  retire(call, { region, keyArn: encryption.keyArn, grantId, grantee });
  return call.world.put(volumes, { ...volume, attachment: { ...attachment, grantId: undefined } });
}

/** All data keys of a starting instance, or the first refusal. */
export function holdAll(
  call: Call<object>,
  instanceId: string,
  attached: readonly VolumeRecord[],
): Refusal | undefined {
  for (const volume of attached) {
    const grantId = holdDataKey(call, volume, instanceId);
    if (isRefusal(grantId)) return grantId;
    const { attachment } = volume;
    if (attachment && grantId) call.world.put(volumes, { ...volume, attachment: { ...attachment, grantId } });
  }
  return undefined;
}

export function releaseAll(call: Call<object>, instanceId: string): void {
  for (const volume of call.world.table(volumes).by('instance', instanceId)) releaseDataKey(call, volume);
}
