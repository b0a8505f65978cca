import type { Reply } from '../../pipeline';
import { dueHandlers, operations } from '.';
import { advance, type FakeOptions, fakeCloud, fakeKms, outcome } from './fake-cloud.testkit';

export const STANDBY = 'eu-central-1';
export const ARN = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';

/** DynamoDB with a table `orders` (hash `id`) that is ready for use. */
export function orders(options: Partial<FakeOptions> & { kms?: FakeOptions['operations'][string] } = {}) {
  const { kms = fakeKms(), ...rest } = options;
  const { world, ask } = fakeCloud({ ...rest, operations: { dynamodb: operations, kms } });
  const call = (
    operation: string,
    input: Record<string, unknown>,
    where: { region?: string; as?: string } = {},
  ): Reply => ask('dynamodb', operation, input, where);
  const answer = (operation: string, input: Record<string, unknown>, where = {}) =>
    outcome(call(operation, input, where));
  const wait = (ms: number) => advance(world, ms, dueHandlers);
  return { world, call, answer, wait };
}

export const ORDERS = {
  TableName: 'orders',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
};

/** A table with a hash and a number as range key. */
export const DELIVERIES = {
  TableName: 'deliveries',
  AttributeDefinitions: [
    { AttributeName: 'customer', AttributeType: 'S' },
    { AttributeName: 'n', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'customer', KeyType: 'HASH' },
    { AttributeName: 'n', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
};

export function readyOrders(options: Parameters<typeof orders>[0] = {}) {
  const lab = orders(options);
  lab.call('CreateTable', ORDERS);
  lab.wait(5_000);
  return lab;
}

/** `orders` with a replica in the standby Region. */
export function globalOrders() {
  const lab = readyOrders();
  lab.call('UpdateTable', { TableName: 'orders', ReplicaUpdates: [{ Create: { RegionName: STANDBY } }] });
  lab.wait(10_000);
  return lab;
}
