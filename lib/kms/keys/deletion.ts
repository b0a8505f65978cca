import type { AwsWorld } from '../../aws';
import { aliases } from '../records/alias';
import { grants } from '../records/grant';
import { imports } from '../records/import';
import { type KeyRecord, keys } from '../records/key';
import { materials } from '../records/material';
import { multiRegionMembers } from './multi-region';
import { DAY_MS } from './rotation';

/**
 * Starts a key's waiting period. A primary waits for its replicas first: its own window opens when the last of
 * them is gone. fact: kms-engine 7.3, 11
 */
export function scheduleDeletion(world: AwsWorld, key: KeyRecord, windowDays: number): KeyRecord {
  const waitsForReplicas =
    key.multiRegion === 'PRIMARY' && multiRegionMembers(world, key).replicas.length > 0;
  return world.put(keys, {
    ...key,
    state: waitsForReplicas ? 'PendingReplicaDeletion' : 'PendingDeletion',
    stateAfter: undefined,
    settlesAtMs: undefined,
    pendingDeletionWindowDays: windowDays,
    deletionAtMs: waitsForReplicas ? undefined : world.nowMs + windowDays * DAY_MS,
  });
}

/** Ends a key for good, with all that hangs on it. Material goes with the last key that holds it. */
export function deleteKey(world: AwsWorld, key: KeyRecord): void {
  for (const id of world.table(aliases).idsBy('target', key.arn)) world.delete(aliases, id);
  for (const id of world.table(grants).idsBy('key', key.arn)) world.delete(grants, id);
  for (const id of world.table(imports).idsBy('key', key.arn)) world.delete(imports, id);
  world.delete(keys, key.arn);
  const rest = world.table(keys).by('keyId', key.keyId);
  if (rest.length === 0) {
    for (const id of world.table(materials).idsBy('key', key.keyId)) world.delete(materials, id);
  }
  const [last] = rest;
  if (rest.length === 1 && last?.state === 'PendingReplicaDeletion') {
    scheduleDeletion(world, last, last.pendingDeletionWindowDays ?? 0);
  }
}
