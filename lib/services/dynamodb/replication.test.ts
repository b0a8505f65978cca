import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { items } from '.';
import { ARN, globalOrders, ORDERS, readyOrders, STANDBY } from './orders.testkit';

const replica = { region: STANDBY };
const item = (id: string, text: string) => ({
  TableName: 'orders',
  Item: { id: { S: id }, text: { S: text } },
});
const key = (id: string) => ({ TableName: 'orders', Key: { id: { S: id } } });

describe('global tables', () => {
  it('add a replica: both tables are named in each other, the new one holds the items once ACTIVE', () => {
    const { answer, wait } = readyOrders();
    answer('PutItem', item('o-1', 'before'));
    const update = { TableName: 'orders', ReplicaUpdates: [{ Create: { RegionName: STANDBY } }] };
    expect(answer('UpdateTable', update)).toMatchObject({
      TableDescription: {
        TableStatus: 'UPDATING',
        GlobalTableVersion: '2019.11.21',
        Replicas: [{ RegionName: STANDBY, ReplicaStatus: 'CREATING' }],
      },
    });
    expect(answer('GetItem', key('o-1'), replica)).toBe(
      'ResourceNotFoundException: Requested resource not found',
    );
    expect(answer('UpdateTable', update)).toBe(
      'ResourceInUseException: Attempt to change a resource which is still in use: Table is being updated: orders',
    );
    wait(10_000);
    expect(answer('GetItem', key('o-1'), replica)).toEqual({ Item: item('o-1', 'before').Item });
    expect(answer('DescribeTable', { TableName: 'orders' }, replica)).toMatchObject({
      Table: {
        TableStatus: 'ACTIVE',
        TableArn: ARN.replace('eu-west-1', STANDBY),
        Replicas: [{ RegionName: 'eu-west-1', ReplicaStatus: 'ACTIVE' }],
      },
    });
  });

  it('carry a write to the other Region a second later, not sooner', () => {
    const { answer, wait } = globalOrders();
    answer('PutItem', item('o-1', 'fresh'));
    wait(999);
    expect(answer('GetItem', key('o-1'), replica)).toEqual({ Item: undefined });
    wait(1);
    expect(answer('GetItem', key('o-1'), replica)).toEqual({ Item: item('o-1', 'fresh').Item });
  });

  it('carry deletions, in both directions', () => {
    const { answer, wait } = globalOrders();
    answer('PutItem', item('o-1', 'x'), replica);
    wait(1_000);
    expect(answer('DeleteItem', { ...key('o-1'), ReturnValues: 'ALL_OLD' })).toEqual({
      Attributes: item('o-1', 'x').Item,
    });
    wait(1_000);
    expect(answer('GetItem', key('o-1'), replica)).toEqual({ Item: undefined });
  });

  it('hold the same items everywhere once nothing travels, whoever wrote when', () => {
    const write = fc.record({
      region: fc.constantFrom('eu-west-1', STANDBY, 'us-east-1'),
      id: fc.constantFrom('a', 'b'),
      text: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
      pause: fc.constantFrom(0, 400, 1_000),
    });
    fc.assert(
      fc.property(fc.boolean(), fc.array(write, { maxLength: 12 }), (third, writes) => {
        const { call, world, wait } = globalOrders();
        const create = { Create: { RegionName: 'us-east-1' } };
        if (third) call('UpdateTable', { TableName: 'orders', ReplicaUpdates: [create] });
        wait(9_500);
        for (const { region, id, text, pause } of writes) {
          if (text) call('PutItem', item(id, text), { region });
          else call('DeleteItem', key(id), { region });
          wait(pause);
        }
        wait(20_000);
        const held = (region: string) =>
          world
            .table(items)
            .by('table', ARN.replace('eu-west-1', region))
            .map((one) => one.item);
        expect(held(STANDBY)).toEqual(held('eu-west-1'));
        if (third) expect(held('us-east-1')).toEqual(held('eu-west-1'));
      }),
      { numRuns: 150 },
    );
  });

  it('keep the later of two writes of one moment, though each reaches the other Region at once', () => {
    const { answer, wait } = globalOrders();
    answer('PutItem', item('o-1', 'x'), replica);
    answer('DeleteItem', key('o-1'));
    wait(1_000);
    expect(answer('GetItem', key('o-1'))).toEqual({ Item: undefined });
    expect(answer('GetItem', key('o-1'), replica)).toEqual({ Item: undefined });
  });

  it('lose a replica without the others', () => {
    const { answer, wait } = globalOrders();
    answer('PutItem', item('o-1', 'x'));
    wait(1_000);
    answer('UpdateTable', { TableName: 'orders', ReplicaUpdates: [{ Delete: { RegionName: STANDBY } }] });
    wait(3_000);
    expect(answer('DescribeTable', { TableName: 'orders' }, replica)).toBe(
      'ResourceNotFoundException: Requested resource not found: Table: orders not found',
    );
    const { Table } = answer('DescribeTable', { TableName: 'orders' }) as { Table: Record<string, unknown> };
    expect([Table.TableStatus, Table.ItemCount, Table.Replicas]).toEqual(['ACTIVE', 1, undefined]);
  });

  it('refuse provisioned tables and Regions that hold the table already', () => {
    const { answer, wait } = globalOrders();
    const create = { Create: { RegionName: STANDBY } };
    expect(answer('UpdateTable', { TableName: 'orders', ReplicaUpdates: [create] })).toBe(
      "ValidationException: Failed to create a the new replica of table with name: 'orders' because one or more replicas already existed as tables.",
    );
    const units = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 };
    answer('CreateTable', {
      ...ORDERS,
      TableName: 'small',
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: units,
    });
    wait(5_000);
    expect(answer('UpdateTable', { TableName: 'small', ReplicaUpdates: [create] })).toBe(
      'ValidationException: Table write capacity should either be Pay-Per-Request or AutoScaled.',
    );
  });
});
