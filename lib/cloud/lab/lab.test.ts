import { describe, expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY } from '..';

const START = Date.UTC(2026, 11, 1, 9, 50);

function lab() {
  const cloud = new Cloud({ seed: 'lab', startMs: START });
  const send = (service: string, operation: string, region: string, input: Record<string, unknown> = {}) =>
    cloud.send({ service, operation, region, credentials: HOME_ACCESS_KEY, input });
  const output = (...args: Parameters<typeof send>) => {
    const reply = send(...args);
    return reply.ok ? reply.output : reply.refusal;
  };
  return { cloud, send, output };
}

describe("the lab's own requests", () => {
  it('say which Regions serve users, each as a commit that can be taken back', () => {
    const { cloud, output } = lab();
    output('lab', 'SetRegionTraffic', 'eu-west-1', { State: 'serving' });
    output('lab', 'SetRegionTraffic', 'eu-west-1', { State: 'drained' });
    expect(output('lab', 'DescribeTraffic', 'eu-west-1')).toEqual({
      Regions: [{ Region: 'eu-west-1', State: 'drained', Since: START }],
    });
    cloud.world.rewind(1);
    expect(output('lab', 'DescribeTraffic', 'eu-west-1')).toEqual({
      Regions: [{ Region: 'eu-west-1', State: 'serving', Since: START }],
    });
  });

  it('refuse a state that does not exist', () => {
    const { output } = lab();
    expect(output('lab', 'SetRegionTraffic', 'eu-west-1', { State: 'asleep' })).toMatchObject({
      name: 'ValidationException',
    });
  });

  it('keep the key of an application by Region', () => {
    const { output } = lab();
    output('lab', 'SetApplicationKey', 'eu-west-1', { Application: 'orders', KeyId: 'alias/a' });
    output('lab', 'SetApplicationKey', 'eu-central-1', { Application: 'orders', KeyId: 'alias/b' });
    expect(output('lab', 'DescribeApplication', 'eu-west-1', { Application: 'orders' })).toEqual({
      Application: 'orders',
      KeyIds: { 'eu-west-1': 'alias/a', 'eu-central-1': 'alias/b' },
      RequestsPerSecond: 0,
    });
    expect(output('lab', 'DescribeApplication', 'eu-west-1', { Application: 'billing' })).toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'No application named billing is configured.',
    });
  });

  it('move production to the Region that serves', () => {
    const { output } = lab();
    output('lab', 'SetApplicationLoad', 'eu-west-1', { Application: 'orders', RequestsPerSecond: 12_000 });
    output('lab', 'SetRegionTraffic', 'eu-west-1', { State: 'drained' });
    output('lab', 'SetRegionTraffic', 'eu-central-1', { State: 'serving' });
    expect(output('lab', 'DescribeLoad', 'eu-west-1')).toMatchObject({
      PerSecond: 100_000,
      Production: { Offered: 0 },
    });
    expect(output('lab', 'DescribeLoad', 'eu-central-1')).toMatchObject({
      Pool: 'symmetric',
      PerSecond: 20_000,
      Production: { Offered: 12_000, Admitted: 12_000, Throttled: 0 },
    });
  });

  it('let a few items of a table stand for many, in every replica', () => {
    const { cloud, output } = lab();
    output('dynamodb', 'CreateTable', 'eu-west-1', {
      TableName: 'orders',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
    cloud.advanceTo(START + 60_000);
    output('dynamodb', 'PutItem', 'eu-west-1', { TableName: 'orders', Item: { id: { S: '1' } } });
    output('dynamodb', 'PutItem', 'eu-west-1', { TableName: 'orders', Item: { id: { S: '2' } } });
    const scale = { TableName: 'orders', Items: 240_000_000, PerDay: 3_000_000 };
    expect(output('lab', 'SetTableScale', 'eu-west-1', scale)).toEqual({
      TableName: 'orders',
      ItemCount: 240_000_000,
      PerDay: 3_000_000,
      Stated: 240_000_000,
      Sample: 2,
      Represents: 120_000_000,
    });
    output('dynamodb', 'PutItem', 'eu-west-1', { TableName: 'orders', Item: { id: { S: '3' } } });
    cloud.advanceTo(START + 60_000 + 86_400_000);
    expect(output('lab', 'DescribeTableScale', 'eu-west-1', { TableName: 'orders' })).toMatchObject({
      ItemCount: 243_000_000,
      Stated: 240_000_000,
      Represents: 120_000_000,
    });
    expect(output('lab', 'SetTableScale', 'eu-west-1', { ...scale, TableName: 'trades' })).toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'No table named trades is in eu-west-1.',
    });
  });
});

describe('reported load', () => {
  function busy(backfill: number) {
    const made = lab();
    made.output('lab', 'SetApplicationLoad', 'eu-west-1', {
      Application: 'orders',
      RequestsPerSecond: 12_000,
    });
    made.output('lab', 'SetRegionTraffic', 'eu-west-1', { State: 'serving' });
    const reported = made.output('lab', 'ReportLoad', 'eu-west-1', { Seconds: 60, Backfill: backfill });
    const real = () => made.output('kms', 'GenerateRandom', 'eu-west-1', { NumberOfBytes: 1 });
    return { ...made, reported, real };
  }

  it('is felt by a real request in the same moment, and a second later no more', () => {
    const { cloud, reported, real } = busy(113_000);
    expect(reported).toMatchObject({
      Production: { Offered: 12_000, Throttled: 2_400 },
      Backfill: { Offered: 113_000, Throttled: 22_600 },
    });
    expect(real()).toMatchObject({
      name: 'ThrottlingException',
      message: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    });
    cloud.advanceTo(START + 1_000);
    expect(real()).toHaveProperty('Plaintext');
  });

  it('leaves the rest of the pool to others', () => {
    const { reported, real } = busy(20_000);
    expect(reported).toMatchObject({ Production: { Throttled: 0 }, Backfill: { Throttled: 0 } });
    expect(real()).toHaveProperty('Plaintext');
  });

  it('stands in the log with its figures', () => {
    const { cloud } = busy(113_000);
    const commit = cloud.world.log.get(cloud.world.log.head);
    expect(commit?.request.operation).toBe('ReportLoad');
    expect(commit?.outcome.audit.responseElements).toMatchObject({ Production: { Throttled: 2_400 } });
  });
});
