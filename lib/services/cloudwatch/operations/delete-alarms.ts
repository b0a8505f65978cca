import { define, refuse, shape } from '../../../aws';
import { alarmArn, alarmPermission, placeOf } from '../finding';
import { alarms } from '../records/alarm';
import { alarmName } from '../rules/shapes';

/** Deletes all of them or, when one is not there, none. refuses: ResourceNotFound */
export const deleteAlarms = define({
  service: 'cloudwatch',
  name: 'DeleteAlarms',
  about: 'Deletes alarms.',
  input: shape.structure({ AlarmNames: shape.list(alarmName, { max: 100 }) }, ['AlarmNames']),
  readOnly: false,
  permissions: (call) => call.input.AlarmNames.map((name) => alarmPermission(call, 'DeleteAlarms', name)),
  handle: (call) => {
    const arns = call.input.AlarmNames.map((name) => alarmArn(placeOf(call), name));
    const absent = arns.findIndex((arn) => !call.world.table(alarms).get(arn));
    if (absent >= 0) {
      return refuse('ResourceNotFound', `There is no alarm named ${call.input.AlarmNames[absent]}.`, 404);
    }
    for (const arn of arns) call.world.delete(alarms, arn);
    return {};
  },
});
