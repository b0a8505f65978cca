import { define, isRefusal, shape } from '../../../aws';
import { readCondition, refuseUnmet } from '../conditional';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import { refuseLarge } from '../rules/item-size';
import { keyOfItem } from '../rules/keys';
import { attributeMap, expression, expressionMembers, tableName } from '../rules/shapes';
import { shownItem, storedItem } from '../rules/values';
import { itemOf, writeItem } from '../writing';

/** Writes a whole item in place of the one with the same key. refuses: ResourceNotFound, Validation, ConditionalCheckFailed */
export const putItem = define({
  service: 'dynamodb',
  name: 'PutItem',
  about: 'Writes an item, replacing the one with the same primary key.',
  input: shape.structure(
    {
      TableName: tableName,
      Item: attributeMap,
      ReturnValues: shape.oneOf('NONE', 'ALL_OLD'),
      ConditionExpression: expression,
      ...expressionMembers,
      ReturnValuesOnConditionCheckFailure: shape.oneOf('ALL_OLD', 'NONE'),
    },
    ['TableName', 'Item'],
  ),
  output: shape.structure({ Attributes: attributeMap }),
  readOnly: false,
  permissions: (call) => [tablePermission(call, 'PutItem', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  handle: (call) => {
    const { input, world } = call;
    const expressions = readCondition(input);
    if (isRefusal(expressions)) return expressions;
    const table = usableTable(call, input.TableName);
    if (isRefusal(table)) return table;
    const item = storedItem(input.Item);
    if (isRefusal(item)) return item;
    const key = keyOfItem(table, item);
    if (isRefusal(key)) return key;
    const held = itemOf(world, table, key)?.item;
    const refusal = refuseLarge(item) ?? refuseUnmet(input, expressions.condition, held);
    if (refusal) return refusal;
    writeItem(call, table, key, item);
    return { Attributes: held && input.ReturnValues === 'ALL_OLD' ? shownItem(held) : undefined };
  },
});
