import { type Call, define, type Refusal, refuse, shape } from '../../../aws';
import { alarmArn, alarmOf, alarmPermission, placeOf } from '../finding';
import { type AlarmRecord, alarms } from '../records/alarm';
import { refusePeriod } from '../rules/periods';
import {
  actions,
  alarmName,
  comparison,
  dimensions,
  dimensionsOf,
  MISSING_DATA,
  type MissingData,
  metricName,
  namespace,
  period,
  statistic,
  unit,
} from '../rules/shapes';

const input = shape.structure(
  {
    AlarmName: alarmName,
    AlarmDescription: shape.string({ max: 1024 }),
    ActionsEnabled: shape.boolean(),
    OKActions: actions,
    AlarmActions: actions,
    InsufficientDataActions: actions,
    MetricName: metricName,
    Namespace: namespace,
    Statistic: statistic,
    Dimensions: dimensions,
    Period: period,
    Unit: unit,
    EvaluationPeriods: shape.integer({ min: 1 }),
    DatapointsToAlarm: shape.integer({ min: 1 }),
    Threshold: shape.double(),
    ComparisonOperator: comparison,
    TreatMissingData: shape.string({ min: 1, max: 255 }),
  },
  ['AlarmName', 'EvaluationPeriods', 'ComparisonOperator'],
);
type Input = NonNullable<(typeof input)['type']>;

const NEEDED = ['MetricName', 'Namespace', 'Period', 'Statistic', 'Threshold'] as const;

/**
 * Makes an alarm, or changes one: a changed alarm keeps its state until its next evaluation.
 * refuses: MissingParameter, ValidationError. differs: alarm actions are kept and shown; nobody is called
 */
export const putMetricAlarm = define({
  service: 'cloudwatch',
  name: 'PutMetricAlarm',
  about: 'Creates or changes an alarm on one metric.',
  input,
  readOnly: false,
  permissions: (call) => [alarmPermission(call, 'PutMetricAlarm', call.input.AlarmName)],
  validate: ({ input: wanted }) => refuseAlarm(wanted),
  handle: (call) => {
    call.world.put(alarms, newAlarm(call));
    return {};
  },
});

/** assumed: the texts */
function refuseAlarm(wanted: Input): Refusal | undefined {
  const absent = NEEDED.find((name) => wanted[name] === undefined);
  if (absent)
    return refuse('MissingParameter', `The parameter ${absent} is required for an alarm on one metric.`);
  const { Period = 0, EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods, TreatMissingData } = wanted;
  const badPeriod = refusePeriod(Period);
  if (badPeriod) return badPeriod;
  if (DatapointsToAlarm > EvaluationPeriods) {
    const text = 'DatapointsToAlarm must be less than or equal to EvaluationPeriods';
    return refuse('ValidationError', text);
  }
  if (Period * EvaluationPeriods > 604_800) {
    const text =
      'Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800).';
    return refuse('ValidationError', text);
  }
  if (TreatMissingData === undefined || MISSING_DATA.includes(TreatMissingData as MissingData))
    return undefined;
  return refuse(
    'ValidationError',
    `TreatMissingData must be one of ${MISSING_DATA.join(', ')}; it is ${TreatMissingData}.`,
  );
}

function newAlarm(call: Call<Input>): AlarmRecord {
  const { input: given, nowMs } = call;
  const place = placeOf(call);
  const held = alarmOf(call, given.AlarmName);
  return {
    ...place,
    arn: alarmArn(place, given.AlarmName),
    name: given.AlarmName,
    description: given.AlarmDescription,
    actionsEnabled: given.ActionsEnabled ?? true,
    okActions: given.OKActions ?? [],
    alarmActions: given.AlarmActions ?? [],
    insufficientDataActions: given.InsufficientDataActions ?? [],
    metric: {
      namespace: given.Namespace ?? '',
      name: given.MetricName ?? '',
      dimensions: dimensionsOf(given.Dimensions),
    },
    statistic: given.Statistic ?? 'Sum',
    unit: given.Unit,
    periodMs: (given.Period ?? 0) * 1000,
    evaluationPeriods: given.EvaluationPeriods,
    datapointsToAlarm: given.DatapointsToAlarm ?? given.EvaluationPeriods,
    threshold: given.Threshold ?? 0,
    comparison: given.ComparisonOperator,
    missingData: (given.TreatMissingData ?? 'missing') as MissingData,
    configuredAtMs: nowMs,
    state: held?.state ?? 'INSUFFICIENT_DATA',
    stateReason: held?.stateReason ?? 'Unchecked: Initial alarm creation',
    stateReasonData: held?.stateReasonData,
    stateUpdatedAtMs: held?.stateUpdatedAtMs ?? nowMs,
    stateChangedAtMs: held?.stateChangedAtMs ?? nowMs,
  };
}
