import { define, refuse, shape } from '../../../aws';
import { alarmOf, alarmPermission } from '../finding';
import { alarms } from '../records/alarm';
import { alarmName, stateValue } from '../rules/shapes';

/** Sets a state for trying out; the next evaluation sets the true one again. refuses: ResourceNotFound */
export const setAlarmState = define({
  service: 'cloudwatch',
  name: 'SetAlarmState',
  about: "Sets an alarm's state by hand until it is next evaluated.",
  input: shape.structure(
    {
      AlarmName: alarmName,
      StateValue: stateValue,
      StateReason: shape.string({ max: 1023 }),
      StateReasonData: shape.string({ max: 4000 }),
    },
    ['AlarmName', 'StateValue', 'StateReason'],
  ),
  readOnly: false,
  permissions: (call) => [alarmPermission(call, 'SetAlarmState', call.input.AlarmName)],
  handle: (call) => {
    const { AlarmName, StateValue, StateReason, StateReasonData } = call.input;
    const alarm = alarmOf(call, AlarmName);
    if (!alarm) return refuse('ResourceNotFound', `There is no alarm named ${AlarmName}.`, 404);
    call.world.put(alarms, {
      ...alarm,
      state: StateValue,
      stateReason: StateReason,
      stateReasonData: StateReasonData,
      stateUpdatedAtMs: call.nowMs,
      stateChangedAtMs: alarm.state === StateValue ? alarm.stateChangedAtMs : call.nowMs,
    });
    return {};
  },
});
