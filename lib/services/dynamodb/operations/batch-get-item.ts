import { type Call, define, isRefusal, type Refusal, shape } from '../../../aws';
import { projected } from '../expressions/projection';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import { readExpressions } from '../paging';
import { validation } from '../rules/errors';
import { keyOfRequest } from '../rules/keys';
import { type AttributeMap, attributeMap, attributeMaps, attributeNames, expression } from '../rules/shapes';
import { shownItem } from '../rules/values';
import { itemOf } from '../writing';

const MOST_KEYS = 100;

const keysAndAttributes = shape.structure(
  {
    Keys: shape.list(attributeMap, { min: 1, max: MOST_KEYS }),
    ConsistentRead: shape.boolean(),
    ProjectionExpression: expression,
    ExpressionAttributeNames: attributeNames,
  },
  ['Keys'],
);

type KeysAndAttributes = NonNullable<(typeof keysAndAttributes)['type']>;

/** Reads up to 100 items of one or more tables. What is not there is left out. */
export const batchGetItem = define({
  service: 'dynamodb',
  name: 'BatchGetItem',
  about: 'Reads up to 100 items of one or more tables by their primary keys.',
  input: shape.structure({ RequestItems: shape.map(keysAndAttributes) }, ['RequestItems']),
  output: shape.structure({
    Responses: shape.map(attributeMaps),
    UnprocessedKeys: shape.map(keysAndAttributes),
  }),
  readOnly: true,
  permissions: (call) =>
    Object.keys(call.input.RequestItems).map((name) => tablePermission(call, 'BatchGetItem', name)),
  resources: (call) => Object.keys(call.input.RequestItems).map((name) => tableArnOf(call, name)),
  handle: (call) => {
    const requests = Object.entries(call.input.RequestItems);
    const wanted = requests.reduce((total, [, { Keys }]) => total + Keys.length, 0);
    if (wanted > MOST_KEYS) return validation('Too many items requested for the BatchGetItem call');
    const responses: Record<string, AttributeMap[]> = {};
    for (const [name, request] of requests) {
      const found = read(call, name, request);
      if (isRefusal(found)) return found;
      responses[name] = found;
    }
    return { Responses: responses, UnprocessedKeys: {} };
  },
});

function read(call: Call<object>, name: string, request: KeysAndAttributes): AttributeMap[] | Refusal {
  const reading = readExpressions(request);
  if (isRefusal(reading)) return reading;
  const table = usableTable(call, name);
  if (isRefusal(table)) return table;
  const seen = new Set<string>();
  const found: AttributeMap[] = [];
  for (const given of request.Keys) {
    const key = keyOfRequest(table, given);
    if (isRefusal(key)) return key;
    if (seen.has(key.key)) return validation('Provided list of item keys contains duplicates');
    seen.add(key.key);
    const held = itemOf(call.world, table, key);
    if (held) found.push(shownItem(projected(held.item, reading.projection)));
  }
  return found;
}
