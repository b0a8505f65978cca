import { define, isRefusal, type Refusal, shape } from '../../../aws';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import { type PageOutput, pageOf, readExpressions } from '../paging';
import { itemId, items } from '../records/item';
import { validation } from '../rules/errors';
import { keyOfRequest } from '../rules/keys';
import { refuseSegments, segmentOf } from '../rules/segments';
import {
  attributeMap,
  attributeMaps,
  expression,
  expressionMembers,
  positive,
  tableName,
} from '../rules/shapes';

/**
 * Reads a whole table, page by page.
 * differs: in the order of the primary keys' text; at AWS the order looks random. refuses: Validation, ResourceNotFound
 */
export const scan = define({
  service: 'dynamodb',
  name: 'Scan',
  about: 'Reads all items of a table, page by page.',
  input: shape.structure(
    {
      TableName: tableName,
      Limit: positive,
      Select: shape.oneOf('ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'),
      ExclusiveStartKey: attributeMap,
      TotalSegments: shape.integer({ min: 1, max: 1_000_000 }),
      Segment: shape.integer({ min: 0, max: 999_999 }),
      ProjectionExpression: expression,
      FilterExpression: expression,
      ...expressionMembers,
      ConsistentRead: shape.boolean(),
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
  permissions: (call) => [tablePermission(call, 'Scan', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  handle: (call): PageOutput | Refusal => {
    const { input, world } = call;
    const reading = refuseSegments(input) ?? readExpressions(input);
    if (isRefusal(reading)) return reading;
    const table = usableTable(call, input.TableName);
    if (isRefusal(table)) return table;
    const start = input.ExclusiveStartKey && keyOfRequest(table, input.ExclusiveStartKey);
    if (isRefusal(start)) return validation('The provided starting key is invalid');
    const after = start ? itemId(table.arn, start.key) : '';
    const held = world.table(items);
    const found = held
      .idsBy('table', table.arn)
      .filter((id) => id > after && inSegment(id, input))
      .flatMap((id) => held.get(id) ?? []);
    return pageOf(table, found, input, reading);
  },
});

function inSegment(
  id: string,
  { TotalSegments, Segment }: { TotalSegments?: number; Segment?: number },
): boolean {
  return TotalSegments === undefined || segmentOf(id, TotalSegments) === Segment;
}
