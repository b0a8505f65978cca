import { describe, expect, it } from 'vitest';
import { START_MS } from '../fake-cloud.testkit';
import { ARN, ORDERS, orders } from '../orders.testkit';

describe('CreateTable', () => {
  it('answers a table that is being created, with members in the order of AWS', () => {
    const { answer } = orders();
    const { TableDescription } = answer('CreateTable', ORDERS) as { TableDescription: object };
    expect(TableDescription).toEqual({
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      TableName: 'orders',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      TableStatus: 'CREATING',
      CreationDateTime: START_MS,
      ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
      TableSizeBytes: 0,
      ItemCount: 0,
      TableArn: ARN,
      TableId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      SSEDescription: undefined,
      DeletionProtectionEnabled: false,
    });
  });

  it('lets the table be used once the clock made it ACTIVE, not before', () => {
    const { answer, wait } = orders();
    answer('CreateTable', ORDERS);
    const put = { TableName: 'orders', Item: { id: { S: 'o-1' } } };
    expect(answer('PutItem', put)).toBe('ResourceNotFoundException: Requested resource not found');
    wait(5_000);
    expect(answer('DescribeTable', { TableName: 'orders' })).toMatchObject({
      Table: { TableStatus: 'ACTIVE' },
    });
    expect(answer('PutItem', put)).toEqual({ Attributes: undefined });
  });

  it.each([
    ['the same name twice', ORDERS, 'ResourceInUseException: Table already exists: orders'],
    [
      'a key attribute nobody defined',
      { ...ORDERS, TableName: 'other', KeySchema: [{ AttributeName: 'pan', KeyType: 'HASH' }] },
      'ValidationException: One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [pan], AttributeDefinitions: [id]',
    ],
    [
      'no hash key',
      { ...ORDERS, TableName: 'other', KeySchema: [{ AttributeName: 'id', KeyType: 'RANGE' }] },
      'ValidationException: Invalid KeySchema: The first KeySchemaElement is not a HASH key type',
    ],
    [
      'provisioned mode without capacity',
      { ...ORDERS, TableName: 'other', BillingMode: 'PROVISIONED' },
      'ValidationException: One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    ],
    [
      'a short name',
      { ...ORDERS, TableName: 'or' },
      "ValidationException: 1 validation error detected: Value 'or' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
    ],
  ])('refuses %s', (_what, input, refusal) => {
    const { answer } = orders();
    answer('CreateTable', ORDERS);
    expect(answer('CreateTable', input)).toBe(refusal);
  });

  it('keeps tables of the same name in two Regions apart', () => {
    const { answer } = orders();
    answer('CreateTable', ORDERS);
    expect(answer('ListTables', {}, { region: 'eu-central-1' })).toEqual({
      TableNames: [],
      LastEvaluatedTableName: undefined,
    });
    expect(answer('DescribeTable', { TableName: 'orders' }, { region: 'eu-central-1' })).toBe(
      'ResourceNotFoundException: Requested resource not found: Table: orders not found',
    );
  });
});
