import { shape, type ValueOf } from '../../../aws';

export const namespace = shape.string({ min: 1, max: 255, pattern: '[^:].*' });
export const metricName = shape.string({ min: 1, max: 255 });
export const alarmName = shape.string({ min: 1, max: 255 });
export const dimensions = shape.list(
  shape.structure({ Name: shape.string({ min: 1, max: 255 }), Value: shape.string({ min: 1, max: 1024 }) }, [
    'Name',
    'Value',
  ]),
  { max: 30 },
);
export const dimensionFilters = shape.list(
  shape.structure({ Name: shape.string({ min: 1, max: 255 }), Value: shape.string({ min: 1, max: 1024 }) }, [
    'Name',
  ]),
  { max: 10 },
);
export const metric = shape.structure({
  Namespace: namespace,
  MetricName: metricName,
  Dimensions: dimensions,
});
export const statistic = shape.oneOf('SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum');
export const period = shape.integer({ min: 1 });
export const stateValue = shape.oneOf('OK', 'ALARM', 'INSUFFICIENT_DATA');
export const actions = shape.list(shape.string({ min: 1, max: 1024 }), { max: 5 });
export const comparison = shape.oneOf(
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
);
export type Comparison = NonNullable<ValueOf<typeof comparison>>;
export const MISSING_DATA = ['missing', 'breaching', 'notBreaching', 'ignore'] as const;
export type MissingData = (typeof MISSING_DATA)[number];
export const unit = shape.string();

export const metricAlarm = shape.structure({
  AlarmName: shape.string(),
  AlarmArn: shape.string(),
  AlarmDescription: shape.string(),
  AlarmConfigurationUpdatedTimestamp: shape.timestamp(),
  ActionsEnabled: shape.boolean(),
  OKActions: actions,
  AlarmActions: actions,
  InsufficientDataActions: actions,
  StateValue: stateValue,
  StateReason: shape.string(),
  StateReasonData: shape.string(),
  StateUpdatedTimestamp: shape.timestamp(),
  MetricName: shape.string(),
  Namespace: shape.string(),
  Statistic: statistic,
  Dimensions: dimensions,
  Period: shape.integer(),
  Unit: shape.string(),
  EvaluationPeriods: shape.integer(),
  DatapointsToAlarm: shape.integer(),
  Threshold: shape.double(),
  ComparisonOperator: comparison,
  TreatMissingData: shape.string(),
  StateTransitionedTimestamp: shape.timestamp(),
});

type Given = readonly { readonly Name: string; readonly Value: string }[];

export function dimensionsOf(given: Given | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((given ?? []).map(({ Name, Value }) => [Name, Value]));
}

export function shownDimensions(held: Readonly<Record<string, string>>): Given {
  return Object.entries(held).map(([Name, Value]) => ({ Name, Value }));
}
