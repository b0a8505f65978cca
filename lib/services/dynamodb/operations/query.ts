import { define, isRefusal, type Refusal, shape } from '../../../aws';
import type { Condition } from '../expressions/condition';
import { meets } from '../expressions/evaluate';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import { keyQuery } from '../key-conditions';
import { type PageOutput, pageOf, readExpressions } from '../paging';
import { type ItemRecord, items, partitionOf, type StoredValue } from '../records/item';
import type { TableRecord } from '../records/table';
import { validation } from '../rules/errors';
import { keyAttributes, keyOfRequest, partitionText } from '../rules/keys';
import {
  attributeMap,
  attributeMaps,
  expression,
  expressionMembers,
  positive,
  tableName,
} from '../rules/shapes';
import { compareValues } from '../rules/values';

/** Reads the items of one partition in the order of their sort key. refuses: Validation, ResourceNotFound */
export const query = define({
  service: 'dynamodb',
  name: 'Query',
  about: 'Reads the items that share a partition key, in the order of their sort key.',
  input: shape.structure(
    {
      TableName: tableName,
      Select: shape.oneOf('ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'),
      Limit: positive,
      ConsistentRead: shape.boolean(),
      ScanIndexForward: shape.boolean(),
      ExclusiveStartKey: attributeMap,
      ProjectionExpression: expression,
      FilterExpression: expression,
      KeyConditionExpression: expression,
      ...expressionMembers,
    },
    ['TableName'],
  ),
  output: shape.structure({
    Items: attributeMaps,
    Count: shape.integer(),
    ScannedCount: shape.integer(),
    LastEvaluatedKey: attributeMap,
  }),
  readOnly: true,
  permissions: (call) => [tablePermission(call, 'Query', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  handle: (call): PageOutput | Refusal => {
    const { input, world } = call;
    if (input.KeyConditionExpression === undefined) return validation(NO_KEY_CONDITION);
    const reading = readExpressions(input, input.KeyConditionExpression);
    if (isRefusal(reading)) return reading;
    const table = usableTable(call, input.TableName);
    if (isRefusal(table)) return table;
    const wanted = keyQuery(table, reading.keyCondition as Condition);
    if (isRefusal(wanted)) return wanted;
    const onKey = refuseFilterOnKey(table, reading.filter);
    if (onKey) return onKey;
    const [hash] = Object.values(wanted.hash) as [string];
    const partition = world.table(items).by('partition', partitionOf(table.arn, partitionText(hash)));
    const { range } = wanted;
    const found = inOrder(table, partition, input.ScanIndexForward ?? true).filter(
      ({ item }) => !range || meets(item, range),
    );
    if (!input.ExclusiveStartKey) return pageOf(table, found, input, reading);
    const start = keyOfRequest(table, input.ExclusiveStartKey);
    if (isRefusal(start)) return validation('The provided starting key is invalid');
    return pageOf(
      table,
      after(table, found, start.attributes, input.ScanIndexForward ?? true),
      input,
      reading,
    );
  },
});

const NO_KEY_CONDITION =
  'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.';

function inOrder(table: TableRecord, found: readonly ItemRecord[], forward: boolean): readonly ItemRecord[] {
  const sorted = [...found].sort((a, b) => compareByRange(table, a.item, b.item));
  return forward ? sorted : sorted.reverse();
}

/** What follows a key that need not exist any more. */
function after(
  table: TableRecord,
  found: readonly ItemRecord[],
  start: Readonly<Record<string, StoredValue>>,
  forward: boolean,
): readonly ItemRecord[] {
  const sign = forward ? 1 : -1;
  return found.filter(({ item }) => sign * compareByRange(table, item, start) > 0);
}

function compareByRange(
  { keySchema: { range } }: TableRecord,
  a: Readonly<Record<string, StoredValue>>,
  b: Readonly<Record<string, StoredValue>>,
): number {
  const [left, right] = range ? [a[range.name], b[range.name]] : [];
  return left && right ? (compareValues(left, right) ?? 0) : 0;
}

function refuseFilterOnKey(table: TableRecord, filter: Condition | undefined): Refusal | undefined {
  const names = filter ? namesIn(filter) : [];
  const key = keyAttributes(table).find(({ name }) => names.includes(name));
  if (!key) return undefined;
  return validation(
    `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key.name}`,
  );
}

function namesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...namesIn(condition.left), ...namesIn(condition.right)];
    case 'not':
      return namesIn(condition.condition);
    case 'compare':
      return [condition.left, condition.right].flatMap((operand) =>
        operand.kind === 'value' ? [] : [String(operand.path[0])],
      );
    case 'between':
    case 'in':
      return condition.operand.kind === 'value' ? [] : [String(condition.operand.path[0])];
    default:
      return [String(condition.path[0])];
  }
}
