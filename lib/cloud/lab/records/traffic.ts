import type { TableDefinition } from '../../../world';

export const TRAFFIC_STATES = ['serving', 'standby', 'drained'] as const;
type TrafficState = (typeof TRAFFIC_STATES)[number];

/** Whether an account's applications serve their users from a Region. The lab's own: no service of AWS keeps it. */
export interface TrafficRecord {
  readonly account: string;
  readonly region: string;
  readonly state: TrafficState;
  readonly sinceMs: number;
}

export const traffic: TableDefinition<TrafficRecord> = {
  name: 'lab-traffic',
  id: (record) => trafficId(record.account, record.region),
  indexes: { account: (record) => record.account },
};

export function trafficId(account: string, region: string): string {
  return `${account}/${region}`;
}
