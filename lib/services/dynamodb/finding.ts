import { type Call, type Permission, parseArn, type Refusal, regionalArn } from '../../aws';
import { refuseWithoutTableKey } from './encryption';
import { type TableRecord, tables } from './records/table';
import { resourceNotFound, tableNotFound } from './rules/errors';

/** The ARN a request means: it may give the table's name or its ARN. */
export function tableArnOf(call: Call<object>, given: string): string {
  if (given.startsWith('arn:')) return given;
  return tableArn(call.region, call.principal.account, given);
}

export function tableArn(region: string, account: string, name: string): string {
  return regionalArn('dynamodb', region, account, `table/${name}`);
}

export function tableNameOf(given: string): string {
  return given.slice(given.lastIndexOf('/') + 1);
}

/** Permission for an action on a table of this account, or of the account its ARN names. */
export function tablePermission(call: Call<object>, action: string, given: string): Permission {
  const arn = tableArnOf(call, given);
  const account = parseArn(arn)?.account ?? call.principal.account;
  return { action: `dynamodb:${action}`, resource: arn, account };
}

/** The table for a request about the table itself. */
export function describedTable(call: Call<object>, given: string): TableRecord | Refusal {
  return call.world.table(tables).get(tableArnOf(call, given)) ?? tableNotFound(tableNameOf(given));
}

/** The table for a request about its items: it must be there, in use and readable. */
export function usableTable(call: Call<object>, given: string): TableRecord | Refusal {
  const table = call.world.table(tables).get(tableArnOf(call, given));
  if (!table || table.status === 'CREATING' || table.status === 'DELETING') return resourceNotFound();
  return refuseWithoutTableKey(call, table) ?? table;
}
