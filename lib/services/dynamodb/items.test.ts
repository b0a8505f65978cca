import { describe, expect, it } from 'vitest';
import { DELIVERIES, orders, readyOrders } from './orders.testkit';

const TableName = 'orders';
const id = (text: string) => ({ id: { S: text } });
const blob = Uint8Array.of(1, 2, 254);

describe('items', () => {
  it('come back as they were written, binary values as bytes', () => {
    const { answer } = readyOrders();
    const Item = {
      ...id('o-1'),
      pan: { B: blob },
      n: { N: '1.50' },
      list: { L: [{ BOOL: true }, { NULL: true }, { M: { deep: { BS: [blob] } } }] },
      tags: { SS: ['a', 'b'] },
    };
    expect(answer('PutItem', { TableName, Item })).toEqual({ Attributes: undefined });
    expect(answer('GetItem', { TableName, Key: id('o-1') })).toEqual({ Item: { ...Item, n: { N: '1.5' } } });
  });

  it('show only what a projection names', () => {
    const { answer } = readyOrders();
    const Item = {
      ...id('o-1'),
      a: { M: { b: { L: [{ S: 'x' }, { S: 'y' }] }, c: { S: 'z' } } },
      name: { S: 'n' },
    };
    answer('PutItem', { TableName, Item });
    const get = { TableName, Key: id('o-1'), ExpressionAttributeNames: { '#n': 'name' } };
    expect(answer('GetItem', { ...get, ProjectionExpression: 'a.b[1], #n, nowhere' })).toEqual({
      Item: { a: { M: { b: { L: [{ S: 'y' }] } } }, name: { S: 'n' } },
    });
  });

  it.each([
    [
      'no key',
      { n: { N: '1' } },
      'One or more parameter values were invalid: Missing the key id in the item',
    ],
    [
      'a key of another type',
      { id: { N: '1' } },
      'One or more parameter values were invalid: Type mismatch for key id expected: S actual: N',
    ],
    [
      'an empty key',
      id(''),
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id',
    ],
    [
      'a number that is none',
      { ...id('o'), n: { N: 'ten' } },
      'The parameter cannot be converted to a numeric value: ten',
    ],
    [
      'two types in one value',
      { ...id('o'), n: { N: '1', S: '1' } },
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    ],
    [
      'more than 400 KB',
      { ...id('o'), text: { S: 'x'.repeat(409_600) } },
      'Item size has exceeded the maximum allowed size',
    ],
  ])('are refused with %s', (_what, Item, message) => {
    const { answer } = readyOrders();
    expect(answer('PutItem', { TableName, Item })).toBe(`ValidationException: ${message}`);
  });

  it('are written under a condition or not at all', () => {
    const { answer } = readyOrders();
    const put = (text: string) =>
      answer('PutItem', {
        TableName,
        Item: { ...id('o-1'), text: { S: text } },
        ConditionExpression: 'attribute_not_exists(id)',
      });
    expect(put('first')).toEqual({ Attributes: undefined });
    expect(put('second')).toBe('ConditionalCheckFailedException: The conditional request failed');
    expect(
      answer('DeleteItem', {
        TableName,
        Key: id('o-1'),
        ConditionExpression: '#t = :v',
        ExpressionAttributeNames: { '#t': 'text' },
        ExpressionAttributeValues: { ':v': { S: 'second' } },
      }),
    ).toBe('ConditionalCheckFailedException: The conditional request failed');
    expect(answer('GetItem', { TableName, Key: id('o-1') })).toEqual({
      Item: { ...id('o-1'), text: { S: 'first' } },
    });
  });

  it('are updated in place: one backfill step, idempotent by its version flag', () => {
    const { answer } = readyOrders();
    answer('PutItem', { TableName, Item: { ...id('o-1'), pan: { B: blob } } });
    const step = {
      TableName,
      Key: id('o-1'),
      UpdateExpression:
        'SET pan = :pan, wrap_version = if_not_exists(wrap_version, :one) + :one REMOVE previous',
      ConditionExpression: 'attribute_not_exists(wrap_version) OR wrap_version < :two',
      ExpressionAttributeValues: { ':pan': { B: Uint8Array.of(9) }, ':one': { N: '1' }, ':two': { N: '2' } },
      ReturnValues: 'ALL_NEW',
    };
    expect(answer('UpdateItem', step)).toEqual({
      Attributes: { ...id('o-1'), pan: { B: Uint8Array.of(9) }, wrap_version: { N: '2' } },
    });
    expect(answer('UpdateItem', step)).toBe(
      'ConditionalCheckFailedException: The conditional request failed',
    );
  });

  it.each([
    [
      { UpdateExpression: 'SET id = :v' },
      'One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key',
    ],
    [
      { UpdateExpression: 'SET status = :v' },
      'Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status',
    ],
    [
      { UpdateExpression: 'SET a = :w' },
      'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :w',
    ],
    [
      { UpdateExpression: 'SET a := :v' },
      'Invalid UpdateExpression: Syntax error; token: ":", near: "ET a := :v"',
    ],
    [
      { UpdateExpression: 'REMOVE a' },
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}',
    ],
    [
      { UpdateExpression: 'SET a = b + :v' },
      'The provided expression refers to an attribute that does not exist in the item',
    ],
  ])('are not updated by %j', (request, message) => {
    const { answer } = readyOrders();
    const input = { TableName, Key: id('o-1'), ExpressionAttributeValues: { ':v': { N: '1' } }, ...request };
    expect(answer('UpdateItem', input)).toBe(`ValidationException: ${message}`);
  });

  it('are written and read in batches', () => {
    const { answer } = readyOrders();
    const put = (text: string) => ({ PutRequest: { Item: id(text) } });
    answer('BatchWriteItem', { RequestItems: { orders: [put('a'), put('b'), put('c')] } });
    const deletion = { DeleteRequest: { Key: id('b') } };
    expect(answer('BatchWriteItem', { RequestItems: { orders: [deletion, put('d')] } })).toEqual({
      UnprocessedItems: {},
    });
    expect(answer('BatchGetItem', { RequestItems: { orders: { Keys: ['a', 'b', 'd'].map(id) } } })).toEqual({
      Responses: { orders: [id('a'), id('d')] },
      UnprocessedKeys: {},
    });
    expect(answer('BatchWriteItem', { RequestItems: { orders: [deletion, deletion] } })).toBe(
      'ValidationException: Provided list of item keys contains duplicates',
    );
  });
});

describe('Query and Scan', () => {
  function deliveries() {
    const lab = orders();
    lab.call('CreateTable', DELIVERIES);
    lab.wait(5_000);
    for (const n of [10, 9, 2, 1]) {
      const Item = { customer: { S: 'ada' }, n: { N: String(n) }, late: { BOOL: n > 5 } };
      lab.call('PutItem', { TableName: 'deliveries', Item });
    }
    lab.call('PutItem', { TableName: 'deliveries', Item: { customer: { S: 'bob' }, n: { N: '3' } } });
    return lab;
  }
  const query = {
    TableName: 'deliveries',
    KeyConditionExpression: 'customer = :c',
    ExpressionAttributeValues: { ':c': { S: 'ada' } },
    ProjectionExpression: 'n',
  };
  const numbers = (...list: number[]) => list.map((n) => ({ n: { N: String(n) } }));

  it('read one partition in the order of its numbers, page by page, either way', () => {
    const { answer } = deliveries();
    expect(answer('Query', query)).toEqual({ Items: numbers(1, 2, 9, 10), Count: 4, ScannedCount: 4 });
    const first = answer('Query', { ...query, Limit: 3, ScanIndexForward: false }) as Record<string, unknown>;
    expect(first).toEqual({
      Items: numbers(10, 9, 2),
      Count: 3,
      ScannedCount: 3,
      LastEvaluatedKey: { customer: { S: 'ada' }, n: { N: '2' } },
    });
    const next = { ...query, Limit: 3, ScanIndexForward: false, ExclusiveStartKey: first.LastEvaluatedKey };
    expect(answer('Query', next)).toEqual({ Items: numbers(1), Count: 1, ScannedCount: 1 });
  });

  it('narrow the range and filter what was read', () => {
    const { answer } = deliveries();
    const ranged = {
      ...query,
      KeyConditionExpression: 'customer = :c AND n BETWEEN :from AND :to',
      FilterExpression: 'late = :yes',
      ExpressionAttributeValues: {
        ':c': { S: 'ada' },
        ':from': { N: '2' },
        ':to': { N: '9' },
        ':yes': { BOOL: true },
      },
    };
    expect(answer('Query', ranged)).toEqual({ Items: numbers(9), Count: 1, ScannedCount: 2 });
    expect(answer('Query', { ...query, KeyConditionExpression: 'n = :c' })).toBe(
      'ValidationException: Query condition missed key schema element: customer',
    );
    expect(answer('Query', { ...query, KeyConditionExpression: 'customer > :c' })).toBe(
      'ValidationException: Query key condition not supported',
    );
  });

  it('count without answering items, and go on after the last key', () => {
    const { answer } = deliveries();
    const scan = { TableName: 'deliveries', Select: 'COUNT', FilterExpression: 'attribute_not_exists(late)' };
    expect(answer('Scan', scan)).toEqual({ Items: undefined, Count: 1, ScannedCount: 5 });
    let pages = 0;
    let read = 0;
    let ExclusiveStartKey: unknown;
    do {
      const page = answer('Scan', { TableName: 'deliveries', Limit: 2, ExclusiveStartKey }) as {
        Count: number;
        LastEvaluatedKey?: unknown;
      };
      pages += 1;
      read += page.Count;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    expect([pages, read]).toEqual([3, 5]);
  });

  it('split a Scan into segments that together hold every item once', () => {
    const { answer } = deliveries();
    const counts = [0, 1, 2].map(
      (Segment) =>
        (answer('Scan', { TableName: 'deliveries', TotalSegments: 3, Segment }) as { Count: number }).Count,
    );
    expect(counts.reduce((a, b) => a + b)).toBe(5);
    expect(answer('Scan', { TableName: 'deliveries', TotalSegments: 3 })).toBe(
      'ValidationException: The Segment parameter is required but was not present in the request when TotalSegments parameter is present',
    );
  });
});
