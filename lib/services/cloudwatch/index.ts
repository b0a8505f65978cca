export { createAlarmHandlers, nextAlarm } from './due';
export type { Metric, MetricPlace, MetricSource, Sample, Span } from './metrics';
export { sameDimensions } from './metrics';
export { createCloudWatchOperations } from './operations';
export { type AlarmRecord, alarms } from './records/alarm';
