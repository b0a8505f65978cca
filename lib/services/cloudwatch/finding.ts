import { type Call, type Permission, regionalArn } from '../../aws';
import type { MetricPlace } from './metrics';
import { type AlarmRecord, alarms } from './records/alarm';
import { shownDimensions } from './rules/shapes';

export function placeOf(call: Call<object>): MetricPlace {
  return { account: call.principal.account, region: call.region };
}

export function alarmArn({ account, region }: MetricPlace, name: string): string {
  return regionalArn('cloudwatch', region, account, `alarm:${name}`);
}

export function alarmOf(call: Call<object>, name: string): AlarmRecord | undefined {
  return call.world.table(alarms).get(alarmArn(placeOf(call), name));
}

export function alarmPermission(call: Call<object>, action: string, name: string): Permission {
  return { action: `cloudwatch:${action}`, resource: alarmArn(placeOf(call), name) };
}

export function describeAlarm(alarm: AlarmRecord) {
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmDescription: alarm.description,
    AlarmConfigurationUpdatedTimestamp: alarm.configuredAtMs,
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: alarm.okActions,
    AlarmActions: alarm.alarmActions,
    InsufficientDataActions: alarm.insufficientDataActions,
    StateValue: alarm.state,
    StateReason: alarm.stateReason,
    StateReasonData: alarm.stateReasonData,
    StateUpdatedTimestamp: alarm.stateUpdatedAtMs,
    MetricName: alarm.metric.name,
    Namespace: alarm.metric.namespace,
    Statistic: alarm.statistic,
    Dimensions: shownDimensions(alarm.metric.dimensions),
    Period: alarm.periodMs / 1000,
    Unit: alarm.unit,
    EvaluationPeriods: alarm.evaluationPeriods,
    DatapointsToAlarm: alarm.datapointsToAlarm,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
    TreatMissingData: alarm.missingData,
    StateTransitionedTimestamp: alarm.stateChangedAtMs,
  };
}
