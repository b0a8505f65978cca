import type { AwsWorld } from '../../aws';
import { needs } from '../../base';
import { type KeyRecord, keys, type RotationSchedule } from '../records/key';
import { type MaterialRecord, materials } from '../records/material';
import { materialsOf, pendingMaterial, settleImportState } from './key-materials';
import { multiRegionMembers } from './multi-region';
import { generateMaterial } from './new-key';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** fact: kms-engine 1.3 */
export const DEFAULT_ROTATION_PERIOD_DAYS = 365;

/** assumed: how long an on-demand rotation takes (kms-engine 6.3 saw less than ten seconds) */
export const ON_DEMAND_ROTATION_MS = 5000;

/** An on-demand rotation may not come this close to an automatic one. fact: kms-engine 6.3 */
export const ROTATION_CLASH_MS = 20 * 60 * 1000;

/** Rotation that is switched on now. assumed: switching it on again starts the period anew (kms-engine 6.2) */
export function scheduleFrom(nowMs: number, periodDays: number): RotationSchedule {
  return { periodDays, nextAtMs: nowMs + periodDays * DAY_MS };
}

/**
 * Gives a key, and with it every member of its set, new current material. Former material stays and goes on
 * decrypting. fact: kms-engine 6.1, 7.1
 */
export function rotate(world: AwsWorld, primary: KeyRecord, type: 'AUTOMATIC' | 'ON_DEMAND'): void {
  const former = materialsOf(world, primary.keyId);
  for (const material of former) {
    if (material.state === 'CURRENT') world.put(materials, { ...material, state: 'NON_CURRENT' });
  }
  const current =
    primary.origin === 'EXTERNAL'
      ? adopt(world, primary)
      : generateMaterial(world, primary.keyId, primary.keySpec, former.length, type);
  const { replicas } = multiRegionMembers(world, primary);
  for (const member of [primary, ...replicas]) {
    const key = world.table(keys).get(member.arn);
    if (key) world.put(keys, { ...key, currentMaterialId: current.materialId });
    // The new material is permanent now: a member without it waits for it.
    if (key?.origin === 'EXTERNAL') settleImportState(world, key.arn);
  }
}

/** Imported material becomes current when its owner says so. */
function adopt(world: AwsWorld, primary: KeyRecord): MaterialRecord {
  const pending = pendingMaterial(world, primary);
  needs(pending, `${primary.arn} rotates and has no material pending rotation`);
  return world.put(materials, {
    ...pending,
    state: 'CURRENT',
    rotatedAtMs: world.nowMs,
    rotationType: 'ON_DEMAND',
  });
}
