import type { AwsWorld } from '../../aws';
import { needs } from '../../base';
import { type CustomKeyStoreRecord, customKeyStores } from '../records/custom-key-store';
import { type ImportRecord, imports } from '../records/import';
import { type KeyRecord, keys } from '../records/key';
import { settleStore } from '../stores/connections';
import { deleteKey } from './deletion';
import { pendingMaterial, removeImport } from './key-materials';
import { rotate, scheduleFrom } from './rotation';

/** What happens by itself to the records of a table when the clock reaches the moment they are due. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [keys.name]: (world, record) => keyDue(world, record as KeyRecord),
  [customKeyStores.name]: (world, record) => settleStore(world, record as CustomKeyStoreRecord),
  [imports.name]: (world, record) => importDue(world, record as ImportRecord),
};

/** Does one thing that is due; the key is then due later, or for something else, or never again. */
function keyDue(world: AwsWorld, key: KeyRecord): void {
  const isDue = (atMs: number | undefined) => atMs !== undefined && atMs <= world.nowMs;
  if (isDue(key.settlesAtMs)) settle(world, key);
  else if (isDue(key.onDemand?.endsAtMs)) finishOnDemandRotation(world, key);
  else if (isDue(key.deletionAtMs)) deleteKey(world, key);
  else {
    needs(isDue(key.rotation?.nextAtMs), `${key.arn} is due for nothing`);
    rotateOnSchedule(world, key);
  }
}

/** Creating and Updating end. fact: kms-engine 3.1 */
function settle(world: AwsWorld, key: KeyRecord): void {
  world.put(keys, {
    ...key,
    state: key.stateAfter ?? 'Enabled',
    stateAfter: undefined,
    settlesAtMs: undefined,
  });
}

/**
 * assumed: a rotation that was begun ends well, whatever became of the key's state meanwhile; without the imported
 * material that it was begun for, it ends without an effect
 */
function finishOnDemandRotation(world: AwsWorld, key: KeyRecord): void {
  const idle = world.put(keys, { ...key, onDemand: undefined });
  if (key.origin !== 'EXTERNAL' || pendingMaterial(world, idle)) rotate(world, idle, 'ON_DEMAND');
}

/** A rotation that waited for its key counts the next period from when it happened. assumed: kms-engine 6.2 is silent */
function rotateOnSchedule(world: AwsWorld, key: KeyRecord): void {
  const periodDays = key.rotation?.periodDays ?? 0;
  rotate(world, world.put(keys, { ...key, rotation: scheduleFrom(world.nowMs, periodDays) }), 'AUTOMATIC');
}

/** Imported material expires. fact: kms-engine 8.4 */
function importDue(world: AwsWorld, { keyArn, materialId }: ImportRecord): void {
  const key = world.table(keys).get(keyArn);
  needs(key, `material in ${keyArn} expires and the key is gone`);
  removeImport(world, key, materialId);
}
