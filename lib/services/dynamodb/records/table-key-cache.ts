import type { TableDefinition } from '../../../world';

/** Until when DynamoDB serves one caller on one table without asking KMS for the table key again. */
export interface TableKeyCacheRecord {
  readonly tableArn: string;
  readonly caller: string;
  readonly untilMs: number;
}

export const tableKeyCaches: TableDefinition<TableKeyCacheRecord> = {
  name: 'dynamodb-table-key-caches',
  id: (cache) => tableKeyCacheId(cache.tableArn, cache.caller),
  indexes: { table: (cache) => cache.tableArn },
};

export function tableKeyCacheId(tableArn: string, caller: string): string {
  return `${tableArn} ${caller}`;
}
