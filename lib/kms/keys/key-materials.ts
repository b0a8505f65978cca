import type { AwsWorld } from '../../aws';
import { type ImportRecord, importId, imports } from '../records/import';
import { type KeyRecord, type KeyState, keys } from '../records/key';
import { type MaterialRecord, materials } from '../records/material';
import { multiRegionMembers } from './multi-region';

/** The material of a key in the order in which it came to be. */
export function materialsOf(world: AwsWorld, keyId: string): readonly MaterialRecord[] {
  return world
    .table(materials)
    .by('key', keyId)
    .sort((a, b) => a.ordinal - b.ordinal);
}

/** Whether this very key, in its Region, holds the bytes of an imported material. */
function holdsMaterial(world: AwsWorld, keyArn: string, materialId: string): boolean {
  return world.table(imports).get(importId(keyArn, materialId)) !== undefined;
}

/** Imported material that has not been rotated to. There is at most one, and it is the newest. fact: kms-engine 6.4 */
export function newMaterial(world: AwsWorld, keyId: string): MaterialRecord | undefined {
  const newest = materialsOf(world, keyId).at(-1);
  return newest?.state === 'PENDING_ROTATION' ? newest : undefined;
}

/**
 * The state that is shown of a material: one that waits for its rotation first waits for every replica to hold it.
 * fact: kms-engine 6.4. assumed: members that are pending deletion are not waited for
 */
export function materialStateOf(
  world: AwsWorld,
  material: MaterialRecord,
  key: KeyRecord,
): MaterialRecord['state'] | 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION' {
  if (material.state !== 'PENDING_ROTATION') return material.state;
  const { primary, replicas } = multiRegionMembers(world, key);
  const isReady = [primary, ...replicas].every(
    (member) => member.state === 'PendingDeletion' || holdsMaterial(world, member.arn, material.materialId),
  );
  return isReady ? 'PENDING_ROTATION' : 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
}

/** Imported material that RotateKeyOnDemand would make current. */
export function pendingMaterial(world: AwsWorld, key: KeyRecord): MaterialRecord | undefined {
  const material = newMaterial(world, key.keyId);
  return material && materialStateOf(world, material, key) === 'PENDING_ROTATION' ? material : undefined;
}

/** Whether an imported key can work: every material it ever worked with must be there. fact: kms-engine 6.4 */
export function isComplete(world: AwsWorld, key: KeyRecord): boolean {
  const permanent = materialsOf(world, key.keyId).filter(({ state }) => state !== 'PENDING_ROTATION');
  return (
    permanent.length > 0 && permanent.every(({ materialId }) => holdsMaterial(world, key.arn, materialId))
  );
}

/**
 * Moves an imported key between PendingImport and Enabled after its material changed. fact: kms-engine 3.1, 8.4.
 * assumed: a disabled key that loses material is pending import too, and Enabled once the material is back
 */
export function settleImportState(world: AwsWorld, keyArn: string): void {
  const key = world.table(keys).get(keyArn);
  if (!key) return;
  const complete = isComplete(world, key);
  // Creating lasts on; what follows it changes.
  const isCreating = key.state === 'Creating';
  const from = isCreating ? (key.stateAfter ?? 'Enabled') : key.state;
  const to = stateWith(complete, from);
  if (to === from) return;
  if (isCreating) world.put(keys, { ...key, stateAfter: to });
  else world.put(keys, { ...key, state: to, stateAfter: undefined, settlesAtMs: undefined });
}

function stateWith(complete: boolean, state: KeyState): KeyState {
  if (complete) return state === 'PendingImport' ? 'Enabled' : state;
  // A key that is Updating would go on working, which it cannot without its material.
  return USABLE.includes(state) ? 'PendingImport' : state;
}

const USABLE: readonly KeyState[] = ['Enabled', 'Disabled', 'Updating'];

/**
 * Takes a material's bytes out of a key. Material that was never rotated to goes altogether, on a primary with every
 * copy in its replicas. fact: kms-engine 1.6 (DeleteImportedKeyMaterial)
 */
export function removeImport(world: AwsWorld, key: KeyRecord, materialId: string): void {
  const material = world.table(materials).get(materialId);
  if (material?.state === 'PENDING_ROTATION' && key.multiRegion !== 'REPLICA') {
    for (const id of world.table(imports).idsBy('material', materialId)) world.delete(imports, id);
    world.delete(materials, materialId);
    return;
  }
  world.delete(imports, importId(key.arn, materialId));
  settleImportState(world, key.arn);
}

export function expirationModelOf({
  validToMs,
}: Pick<ImportRecord, 'validToMs'>): 'KEY_MATERIAL_DOES_NOT_EXPIRE' | 'KEY_MATERIAL_EXPIRES' {
  return validToMs === undefined ? 'KEY_MATERIAL_DOES_NOT_EXPIRE' : 'KEY_MATERIAL_EXPIRES';
}

/**
 * What DescribeKey says of the expiry of an imported key: the earliest among its permanent material.
 * fact: kms-engine 8.4, 14.2. assumed: while some of it is missing, the rest is shown
 */
export function expiryOf(world: AwsWorld, key: KeyRecord) {
  const pending = newMaterial(world, key.keyId)?.materialId;
  const held = world
    .table(imports)
    .by('key', key.arn)
    .filter(({ materialId }) => materialId !== pending);
  if (held.length === 0) return undefined;
  const dates = held.map(({ validToMs }) => validToMs ?? Number.POSITIVE_INFINITY);
  const earliest = Math.min(...dates);
  const validToMs = Number.isFinite(earliest) ? earliest : undefined;
  return { ValidTo: validToMs, ExpirationModel: expirationModelOf({ validToMs }) } as const;
}
