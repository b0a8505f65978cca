import { define, isRefusal, type Refusal, shape } from '../../../aws';
import { tableArnOf, tablePermission, usableTable } from '../finding';
import type { StoredItem } from '../records/item';
import type { TableRecord } from '../records/table';
import { validation } from '../rules/errors';
import { refuseLarge } from '../rules/item-size';
import { keyOfItem, keyOfRequest, type PrimaryKey } from '../rules/keys';
import { type AttributeMap, attributeMap } from '../rules/shapes';
import { storedItem } from '../rules/values';
import { writeItem } from '../writing';

const MOST_WRITES = 25;

const writeRequest = shape.structure({
  PutRequest: shape.structure({ Item: attributeMap }, ['Item']),
  DeleteRequest: shape.structure({ Key: attributeMap }, ['Key']),
});
const requestItems = shape.map(shape.list(writeRequest, { min: 1, max: MOST_WRITES }));

interface Write {
  readonly table: TableRecord;
  readonly key: PrimaryKey;
  readonly item: StoredItem | undefined;
}

/** Puts and deletes up to 25 items of one or more tables, without conditions. refuses: Validation, ResourceNotFound */
export const batchWriteItem = define({
  service: 'dynamodb',
  name: 'BatchWriteItem',
  about: 'Puts or deletes up to 25 items in one or more tables.',
  input: shape.structure({ RequestItems: requestItems }, ['RequestItems']),
  output: shape.structure({ UnprocessedItems: requestItems }),
  readOnly: false,
  permissions: (call) =>
    Object.keys(call.input.RequestItems).map((name) => tablePermission(call, 'BatchWriteItem', name)),
  resources: (call) => Object.keys(call.input.RequestItems).map((name) => tableArnOf(call, name)),
  handle: (call) => {
    const requests = Object.entries(call.input.RequestItems);
    if (requests.reduce((total, [, writes]) => total + writes.length, 0) > MOST_WRITES) {
      return validation('Too many items requested for the BatchWriteItem call');
    }
    const writes: Write[] = [];
    for (const [name, requested] of requests) {
      const table = usableTable(call, name);
      if (isRefusal(table)) return table;
      for (const request of requested) {
        const write = read(table, request);
        if (isRefusal(write)) return write;
        writes.push(write);
      }
    }
    const targets = writes.map(({ table, key }) => `${table.arn} ${key.key}`);
    if (new Set(targets).size < targets.length) {
      return validation('Provided list of item keys contains duplicates');
    }
    for (const { table, key, item } of writes) writeItem(call, table, key, item);
    return { UnprocessedItems: {} };
  },
});

function read(
  table: TableRecord,
  request: {
    readonly PutRequest?: { readonly Item: AttributeMap };
    readonly DeleteRequest?: { readonly Key: AttributeMap };
  },
): Write | Refusal {
  const { PutRequest: put, DeleteRequest: deletion } = request;
  if (!put === !deletion) {
    return validation(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  }
  if (!put) {
    const key = keyOfRequest(table, deletion?.Key ?? {});
    return isRefusal(key) ? key : { table, key, item: undefined };
  }
  const item = storedItem(put.Item);
  if (isRefusal(item)) return item;
  const key = keyOfItem(table, item);
  if (isRefusal(key)) return key;
  return refuseLarge(item) ?? { table, key, item };
}
