import type { AwsWorld, Refusal } from '../../aws';
import { type KeyRecord, keys } from '../records/key';
import { notPrimary } from '../rules/errors';

/** assumed: how long a replica is Creating, in lab time (kms-engine 3.1 has seconds to minutes) */
export const REPLICATION_MS = 5000;

/** assumed: how long both keys are Updating when the primary changes (kms-engine 7.2 has seconds) */
export const PROMOTION_MS = 5000;

/** The key of this id in a Region, whoever owns it. */
export function keyIn(world: AwsWorld, region: string, keyId: string): KeyRecord | undefined {
  return world.table(keys).firstBy('keyId', keyId, (key) => key.region === region);
}

/** Every member of a multi-Region set; a single-Region key is alone in its own. */
export function multiRegionMembers(
  world: AwsWorld,
  key: KeyRecord,
): { readonly primary: KeyRecord; readonly replicas: readonly KeyRecord[] } {
  if (!key.multiRegion) return { primary: key, replicas: [] };
  const members = world.table(keys).by('keyId', key.keyId);
  const primary = members.find((member) => member.multiRegion === 'PRIMARY') ?? key;
  return { primary, replicas: members.filter((member) => member !== primary) };
}

/** The key that rotation is set on: the primary of a set, or the key itself. fact: kms-engine 7.1 */
export function primaryOf(world: AwsWorld, key: KeyRecord): KeyRecord {
  return key.multiRegion === 'REPLICA' ? multiRegionMembers(world, key).primary : key;
}

/** What is shared by a set is changed on its primary. fact: kms-engine 1.6 */
export function refuseReplica(key: KeyRecord): Refusal | undefined {
  return key.multiRegion === 'REPLICA' ? notPrimary(key) : undefined;
}
