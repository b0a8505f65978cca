import { define, isRefusal, shape } from '../../../aws';
import { projected } from '../expressions/projection';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import { readExpressions } from '../paging';
import { keyOfRequest } from '../rules/keys';
import { attributeMap, attributeNames, expression, tableName } from '../rules/shapes';
import { shownItem } from '../rules/values';
import { itemOf } from '../writing';

/** Reads one item by its primary key; answers nothing when there is none. */
export const getItem = define({
  service: 'dynamodb',
  name: 'GetItem',
  about: 'Reads one item by its primary key.',
  input: shape.structure(
    {
      TableName: tableName,
      Key: attributeMap,
      ConsistentRead: shape.boolean(),
      ProjectionExpression: expression,
      ExpressionAttributeNames: attributeNames,
    },
    ['TableName', 'Key'],
  ),
  output: shape.structure({ Item: attributeMap }),
  readOnly: true,
  permissions: (call) => [tablePermission(call, 'GetItem', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  handle: (call) => {
    const reading = readExpressions(call.input);
    if (isRefusal(reading)) return reading;
    const table = usableTable(call, call.input.TableName);
    if (isRefusal(table)) return table;
    const key = keyOfRequest(table, call.input.Key);
    if (isRefusal(key)) return key;
    const held = itemOf(call.world, table, key);
    return { Item: held && shownItem(projected(held.item, reading.projection)) };
  },
});
