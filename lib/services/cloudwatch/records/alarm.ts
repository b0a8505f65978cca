import type { TableDefinition } from '../../../world';
import type { Metric, Statistic } from '../metrics';
import type { Comparison, MissingData } from '../rules/shapes';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface AlarmRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly description?: string | undefined;
  readonly actionsEnabled: boolean;
  readonly okActions: readonly string[];
  readonly alarmActions: readonly string[];
  readonly insufficientDataActions: readonly string[];
  readonly metric: Metric;
  readonly statistic: Statistic;
  readonly unit?: string | undefined;
  readonly periodMs: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: Comparison;
  readonly missingData: MissingData;
  readonly configuredAtMs: number;
  readonly state: AlarmState;
  readonly stateReason: string;
  readonly stateReasonData?: string | undefined;
  readonly stateUpdatedAtMs: number;
  readonly stateChangedAtMs: number;
}

export const alarms: TableDefinition<AlarmRecord> = {
  name: 'cloudwatch-alarms',
  id: (alarm) => alarm.arn,
  indexes: { owner: (alarm) => ownerOf(alarm.account, alarm.region) },
};

export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}
