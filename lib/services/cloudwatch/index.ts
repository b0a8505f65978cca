export { createAlarmHandlers, nextAlarm } from './due';
export type { Metric, MetricPlace, MetricSource, Sample } from './metrics';
export { sameDimensions } from './metrics';
export { createCloudWatchOperations } from './operations';
export { alarms } from './records/alarm';
