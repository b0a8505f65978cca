import type { AwsWorld } from '../../aws';
import type { Due } from '../../world';
import { evaluateAt, nextChange } from './evaluation';
import type { MetricSource } from './metrics';
import { type AlarmRecord, alarms } from './records/alarm';

/** The next alarm to change its state, if one does by then. A lab without alarms pays nothing. */
export function nextAlarm(
  world: AwsWorld,
  sources: readonly MetricSource[],
  untilMs: number,
): Due | undefined {
  const table = world.table(alarms);
  if (table.size === 0) return undefined;
  let soonest: Due | undefined;
  for (const alarm of table.all()) {
    const change = nextChange(world, sources, alarm, soonest ? soonest.atMs - 1 : untilMs);
    if (change) soonest = { atMs: change.atMs, table: alarms.name, id: alarm.arn };
  }
  return soonest;
}

/** Brings an alarm into the state that its metric has now. */
export function createAlarmHandlers(
  sources: readonly MetricSource[],
): Readonly<Record<string, (world: AwsWorld, record: object) => void>> {
  return {
    [alarms.name]: (world, record) => {
      const alarm = record as AlarmRecord;
      const { state, reason, reasonData } = evaluateAt(world, sources, alarm, world.nowMs);
      world.put(alarms, {
        ...alarm,
        state,
        stateReason: reason,
        stateReasonData: reasonData,
        stateUpdatedAtMs: world.nowMs,
        stateChangedAtMs: world.nowMs,
      });
    },
  };
}
