import { describe, expect, it } from 'vitest';
import { scaleOf, setScale, tables } from '.';
import { ARN, readyOrders, STANDBY } from './orders.testkit';

const DAY_MS = 86_400_000;

function scaled() {
  const lab = readyOrders();
  for (const n of [1, 2, 3, 4]) {
    lab.call('PutItem', { TableName: 'orders', Item: { id: { S: `o-${n}` }, text: { S: 'x'.repeat(96) } } });
  }
  lab.world.collect(() => setScale(lab.world, ARN, { items: 240_000_000, perDay: 3_000_000 }));
  const table = (region: string) => {
    const record = lab.world.table(tables).get(ARN.replace('eu-west-1', region));
    if (!record) throw new Error(`no table in ${region}`);
    return record;
  };
  return { ...lab, table };
}

describe('a table that stands for more items than it holds', () => {
  it('counts them all and grows by the day', () => {
    const { answer, wait } = scaled();
    expect(answer('DescribeTable', { TableName: 'orders' })).toMatchObject({
      Table: { ItemCount: 240_000_000, TableSizeBytes: 240_000_000 * 105 },
    });
    wait(DAY_MS / 2);
    expect(answer('DescribeTable', { TableName: 'orders' })).toMatchObject({
      Table: { ItemCount: 241_500_000 },
    });
    expect(answer('Scan', { TableName: 'orders', Select: 'COUNT' })).toMatchObject({ Count: 4 });
  });

  it('says what each real item stands for', () => {
    const { world, table } = scaled();
    expect(scaleOf(world, table('eu-west-1'))).toEqual({
      itemCount: 240_000_000,
      held: 4,
      represents: 60_000_000,
      perDay: 3_000_000,
    });
  });

  it('hands its scale to a replica', () => {
    const { call, wait, world, table } = scaled();
    call('UpdateTable', { TableName: 'orders', ReplicaUpdates: [{ Create: { RegionName: STANDBY } }] });
    wait(10_000);
    expect(scaleOf(world, table(STANDBY))).toEqual(scaleOf(world, table('eu-west-1')));
  });
});
