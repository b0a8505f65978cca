import type { AnyOperation } from '../../../aws';
import type { MetricSource } from '../metrics';
import { deleteAlarms } from './delete-alarms';
import { describeAlarms } from './describe-alarms';
import { getMetricData } from './get-metric-data';
import { getMetricStatistics } from './get-metric-statistics';
import { listMetrics } from './list-metrics';
import { putMetricAlarm } from './put-metric-alarm';
import { setAlarmState } from './set-alarm-state';

/** @param sources where metrics come from: the services that publish them. */
export function createCloudWatchOperations(
  sources: readonly MetricSource[],
): Readonly<Record<string, AnyOperation>> {
  return {
    DeleteAlarms: deleteAlarms,
    DescribeAlarms: describeAlarms,
    GetMetricData: getMetricData(sources),
    GetMetricStatistics: getMetricStatistics(sources),
    ListMetrics: listMetrics(sources),
    PutMetricAlarm: putMetricAlarm,
    SetAlarmState: setAlarmState,
  };
}
