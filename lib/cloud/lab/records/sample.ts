import type { TableDefinition } from '../../../world';

/** How many items a table held when it was said to stand for more: what each of those stands for. */
export interface SampleRecord {
  readonly account: string;
  readonly tableName: string;
  readonly items: number;
  readonly held: number;
}

export const samples: TableDefinition<SampleRecord> = {
  name: 'lab-samples',
  id: (record) => sampleId(record.account, record.tableName),
};

export function sampleId(account: string, tableName: string): string {
  return `${account}/${tableName}`;
}
