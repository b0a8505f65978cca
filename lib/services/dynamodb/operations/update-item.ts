import { define, isRefusal, type Refusal, shape } from '../../../aws';
import { readCondition, refuseUnmet } from '../conditional';
import { updated } from '../expressions/apply-update';
import { projected } from '../expressions/projection';
import { type Action, parseUpdate } from '../expressions/update';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import type { StoredItem } from '../records/item';
import type { TableRecord } from '../records/table';
import { invalidValues } from '../rules/errors';
import { refuseLarge } from '../rules/item-size';
import { keyAttributes, keyOfRequest } from '../rules/keys';
import { type AttributeMap, attributeMap, expression, expressionMembers, tableName } from '../rules/shapes';
import { shownItem } from '../rules/values';
import { itemOf, writeItem } from '../writing';

/** Changes attributes of an item, which is made where it is missing. refuses: ResourceNotFound, Validation, ConditionalCheckFailed */
export const updateItem = define({
  service: 'dynamodb',
  name: 'UpdateItem',
  about: 'Changes attributes of one item, or creates it.',
  input: shape.structure(
    {
      TableName: tableName,
      Key: attributeMap,
      ReturnValues: shape.oneOf('NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW'),
      UpdateExpression: expression,
      ConditionExpression: expression,
      ...expressionMembers,
      ReturnValuesOnConditionCheckFailure: shape.oneOf('ALL_OLD', 'NONE'),
    },
    ['TableName', 'Key'],
  ),
  output: shape.structure({ Attributes: attributeMap }),
  readOnly: false,
  permissions: (call) => [tablePermission(call, 'UpdateItem', call.input.TableName)],
  resources: (call) => [tableArnOf(call, call.input.TableName)],
  handle: (call) => {
    const { input, world } = call;
    const expressions = readCondition(input, { text: input.UpdateExpression, parse: parseUpdate });
    if (isRefusal(expressions)) return expressions;
    const table = usableTable(call, input.TableName);
    if (isRefusal(table)) return table;
    const actions = expressions.other ?? [];
    const key = refuseKeyChange(table, actions) ?? keyOfRequest(table, input.Key);
    if (isRefusal(key)) return key;
    const held = itemOf(world, table, key)?.item;
    const unmet = refuseUnmet(input, expressions.condition, held);
    if (unmet) return unmet;
    const item = updated(held ?? key.attributes, actions);
    if (isRefusal(item)) return item;
    const large = refuseLarge(item);
    if (large) return large;
    writeItem(call, table, key, item);
    return { Attributes: returned(input.ReturnValues, actions, held, item) };
  },
});

function refuseKeyChange(table: TableRecord, actions: readonly Action[]): Refusal | undefined {
  const keyNames = keyAttributes(table).map(({ name }) => name);
  const name = actions.map(({ path }) => String(path[0])).find((first) => keyNames.includes(first));
  if (name === undefined) return undefined;
  return invalidValues(`Cannot update attribute ${name}. This attribute is part of the key`);
}

function returned(
  which: string | undefined,
  actions: readonly Action[],
  before: StoredItem | undefined,
  after: StoredItem,
): AttributeMap | undefined {
  if (which === 'ALL_NEW') return shownItem(after);
  if (which === 'ALL_OLD') return before && shownItem(before);
  if (which !== 'UPDATED_NEW' && which !== 'UPDATED_OLD') return undefined;
  const paths = actions.map(({ path }) => path);
  const shown = shownItem(projected(which === 'UPDATED_NEW' ? after : (before ?? {}), paths));
  return Object.keys(shown).length === 0 ? undefined : shown;
}
