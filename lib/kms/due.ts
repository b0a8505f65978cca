import type { AwsWorld } from '../aws';
import { needs } from '../base';
import { deleteKey } from './deletion';
import { type KeyRecord, keys } from './records/key';
import { rotate, scheduleFrom } from './rotation';

/** What happens by itself to the records of a table when the clock reaches the moment they are due. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [keys.name]: (world, record) => keyDue(world, record as KeyRecord),
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

/** assumed: a rotation that was begun ends well, whatever became of the key's state meanwhile */
function finishOnDemandRotation(world: AwsWorld, key: KeyRecord): void {
  rotate(world, world.put(keys, { ...key, onDemand: undefined }), 'ON_DEMAND');
}

/** A rotation that waited for its key counts the next period from when it happened. assumed: kms-engine 6.2 is silent */
function rotateOnSchedule(world: AwsWorld, key: KeyRecord): void {
  const periodDays = key.rotation?.periodDays ?? 0;
  rotate(world, world.put(keys, { ...key, rotation: scheduleFrom(world.nowMs, periodDays) }), 'AUTOMATIC');
}
