import { define, isRefusal, shape } from '../../../aws';
import { describeAlarm, placeOf } from '../finding';
import { type AlarmRecord, alarms, ownerOf } from '../records/alarm';
import { pageOf } from '../rules/pages';
import { alarmName, metricAlarm, stateValue } from '../rules/shapes';

const MOST_ALARMS = 50;

export const describeAlarms = define({
  service: 'cloudwatch',
  name: 'DescribeAlarms',
  about: 'Shows alarms of this account and Region, their settings and states.',
  input: shape.structure({
    AlarmNames: shape.list(alarmName, { max: 100 }),
    AlarmNamePrefix: alarmName,
    StateValue: stateValue,
    ActionPrefix: shape.string({ min: 1, max: 1024 }),
    MaxRecords: shape.integer({ min: 1, max: 100 }),
    NextToken: shape.string(),
  }),
  output: shape.structure({
    CompositeAlarms: shape.list(shape.structure({ AlarmName: shape.string() })),
    MetricAlarms: shape.list(metricAlarm),
    NextToken: shape.string(),
  }),
  readOnly: true,
  permissions: () => [{ action: 'cloudwatch:DescribeAlarms', resource: '*' }],
  handle: (call) => {
    const { AlarmNames, AlarmNamePrefix = '', StateValue, ActionPrefix, NextToken } = call.input;
    const { account, region } = placeOf(call);
    const fits = ({ name, state, alarmActions }: AlarmRecord) =>
      (AlarmNames ?? [name]).includes(name) &&
      name.startsWith(AlarmNamePrefix) &&
      (StateValue ?? state) === state &&
      (ActionPrefix === undefined || alarmActions.some((action) => action.startsWith(ActionPrefix)));
    const own = call.world.table(alarms).by('owner', ownerOf(account, region)).filter(fits);
    const page = pageOf(own, NextToken, call.input.MaxRecords ?? MOST_ALARMS);
    if (isRefusal(page)) return page;
    return { CompositeAlarms: [], MetricAlarms: page.items.map(describeAlarm), NextToken: page.next };
  },
});
