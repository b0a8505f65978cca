import { describe, expect, it } from 'vitest';
import { ORDERS, orders, readyOrders } from '../orders.testkit';

const TableName = 'orders';

describe('UpdateTable', () => {
  it('changes capacity, stream and protection while the table is in use', () => {
    const { answer, wait } = readyOrders();
    const units = { ReadCapacityUnits: 5, WriteCapacityUnits: 6 };
    answer('UpdateTable', {
      TableName,
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: units,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
      DeletionProtectionEnabled: true,
    });
    expect(answer('PutItem', { TableName, Item: { id: { S: 'o-1' } } })).toEqual({ Attributes: undefined });
    wait(3_000);
    expect(answer('DescribeTable', { TableName })).toMatchObject({
      Table: {
        TableStatus: 'ACTIVE',
        ItemCount: 1,
        ProvisionedThroughput: units,
        BillingModeSummary: undefined,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
        LatestStreamArn: expect.stringMatching(/table\/orders\/stream\/2026-11-22T09:00:00\.000$/),
        DeletionProtectionEnabled: true,
      },
    });
    expect(answer('DeleteTable', { TableName })).toBe(
      'ValidationException: Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  });

  it.each([
    [
      {},
      'ValidationException: At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
    ],
    [
      { BillingMode: 'PROVISIONED' },
      'ValidationException: One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    ],
    [
      { TableName: 'nothing', DeletionProtectionEnabled: true },
      'ResourceNotFoundException: Requested resource not found: Table: nothing not found',
    ],
  ])('refuses %j', (request, refusal) => {
    expect(readyOrders().answer('UpdateTable', { TableName, ...request })).toBe(refusal);
  });
});

describe('DeleteTable', () => {
  it('takes a moment, and everything with it', () => {
    const { answer, wait } = readyOrders();
    answer('PutItem', { TableName, Item: { id: { S: 'o-1' } } });
    expect(answer('DeleteTable', { TableName })).toMatchObject({
      TableDescription: { TableStatus: 'DELETING' },
    });
    expect(answer('GetItem', { TableName, Key: { id: { S: 'o-1' } } })).toBe(
      'ResourceNotFoundException: Requested resource not found',
    );
    wait(3_000);
    answer('CreateTable', ORDERS);
    wait(5_000);
    expect(answer('Scan', { TableName })).toEqual({ Items: [], Count: 0, ScannedCount: 0 });
  });

  it('waits for the table to be made', () => {
    const { answer } = orders();
    answer('CreateTable', ORDERS);
    expect(answer('DeleteTable', { TableName })).toBe(
      'ResourceInUseException: Attempt to change a resource which is still in use: Table is being created: orders',
    );
  });
});
