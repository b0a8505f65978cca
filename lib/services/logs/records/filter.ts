import type { TableDefinition } from '../../../world';

export interface FilterRecord {
  readonly groupArn: string;
  readonly name: string;
  readonly pattern: string;
  readonly namespace: string;
  readonly metric: string;
  /** What one match counts. */
  readonly value: string;
  readonly unit?: string | undefined;
  readonly createdAtMs: number;
}

export const filters: TableDefinition<FilterRecord> = {
  name: 'logs-metric-filters',
  id: (filter) => filterId(filter.groupArn, filter.name),
  indexes: { group: (filter) => filter.groupArn },
};

export function filterId(groupArn: string, name: string): string {
  return `${groupArn}:${name}`;
}
