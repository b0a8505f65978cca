import { define, isRefusal, shape } from '../../../aws';
import { readCondition, refuseUnmet } from '../conditional';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import { keyOfRequest } from '../rules/keys';
import { attributeMap, expression, expressionMembers, tableName } from '../rules/shapes';
import { shownItem } from '../rules/values';
import { itemOf, writeItem } from '../writing';

/** Deletes one item; deleting what is not there succeeds. refuses: ResourceNotFound, Validation, ConditionalCheckFailed */
export const deleteItem = define({
  service: 'dynamodb',
  name: 'DeleteItem',
  about: 'Deletes one item by its primary key.',
  input: shape.structure(
    {
      TableName: tableName,
      Key: attributeMap,
      ReturnValues: shape.oneOf('NONE', 'ALL_OLD'),
      ConditionExpression: expression,
      ...expressionMembers,
      ReturnValuesOnConditionCheckFailure: shape.oneOf('ALL_OLD', 'NONE'),
    },
    ['TableName', 'Key'],
  ),
  output: shape.structure({ Attributes: attributeMap }),
  readOnly: false,
  permissions: (call) => [tablePermission(call, 'DeleteItem', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  handle: (call) => {
    const { input, world } = call;
    const expressions = readCondition(input);
    if (isRefusal(expressions)) return expressions;
    const table = usableTable(call, input.TableName);
    if (isRefusal(table)) return table;
    const key = keyOfRequest(table, input.Key);
    if (isRefusal(key)) return key;
    const held = itemOf(world, table, key)?.item;
    const refusal = refuseUnmet(input, expressions.condition, held);
    if (refusal) return refusal;
    writeItem(call, table, key, undefined);
    return { Attributes: held && input.ReturnValues === 'ALL_OLD' ? shownItem(held) : undefined };
  },
});
