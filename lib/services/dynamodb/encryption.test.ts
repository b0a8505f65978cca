import { describe, expect, it } from 'vitest';
import { fakeKms, user } from './fake-cloud.testkit';
import { ORDERS, orders, STANDBY } from './orders.testkit';

const CONTEXT = { 'aws:dynamodb:tableName': 'orders', 'aws:dynamodb:subscriberId': '111122223333' };
const SSE = { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/orders' };
const get = { TableName: 'orders', Key: { id: { S: 'o-1' } } };

/** A table under a customer managed key, and what was asked of KMS since the last look. */
function encrypted(refusing: Parameters<typeof fakeKms>[0] = {}) {
  const lab = orders({ kms: fakeKms(refusing), principals: [user('bob')] });
  let seen = 0;
  const kmsCalls = () => {
    const calls = lab.world.log.since(seen).filter(({ request }) => request.service === 'kms');
    seen = lab.world.log.head;
    return calls.map(({ request: { operation, source, region, input } }) => [
      operation,
      source?.via?.[0],
      region,
      input.EncryptionContext,
    ]);
  };
  const created = lab.answer('CreateTable', { ...ORDERS, SSESpecification: SSE });
  lab.wait(5_000);
  return { ...lab, kmsCalls, created };
}

describe('a table under a KMS key', () => {
  it('takes one table key when it is created, with name and account as context (services 1, 3)', () => {
    const { kmsCalls, created } = encrypted();
    const via = 'dynamodb.eu-west-1.amazonaws.com';
    expect(kmsCalls()).toEqual([
      ['DescribeKey', via, 'eu-west-1', undefined],
      ['GenerateDataKey', via, 'eu-west-1', CONTEXT],
    ]);
    expect(created).toMatchObject({
      TableDescription: {
        SSEDescription: {
          Status: 'ENABLED',
          SSEType: 'KMS',
          KMSMasterKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/alias/orders',
        },
      },
    });
  });

  it('asks for the table key once per caller and five minutes (services 3)', () => {
    const { answer, kmsCalls, wait } = encrypted();
    kmsCalls();
    for (const as of ['student', 'student', 'bob', 'student']) answer('GetItem', get, { as });
    expect(kmsCalls().map(([operation, , , context]) => [operation, context])).toEqual([
      ['Decrypt', CONTEXT],
      ['Decrypt', CONTEXT],
    ]);
    wait(5 * 60_000 - 1);
    answer('GetItem', get);
    expect(kmsCalls()).toEqual([]);
    wait(1);
    answer('GetItem', get);
    expect(kmsCalls()).toHaveLength(1);
  });

  it('stays readable for those who hold the table key, and for nobody once it must be asked for again', () => {
    const refusing: Parameters<typeof fakeKms>[0] = {};
    const { answer, wait } = encrypted(refusing);
    answer('GetItem', get);
    refusing.with = { name: 'DisabledException', message: 'k is disabled.' };
    expect(answer('GetItem', get)).toEqual({ Item: undefined });
    wait(5 * 60_000);
    expect(answer('GetItem', get)).toBe(
      'AccessDeniedException: KMS key access denied error: DisabledException: k is disabled.',
    );
    refusing.with = { name: 'AccessDeniedException', message: 'User: u may not.' };
    expect(answer('PutItem', { TableName: 'orders', Item: get.Key })).toBe(
      'AccessDeniedException: KMS key access denied error: User: u may not.',
    );
  });

  it('is not created when KMS does not know the key', () => {
    const message = 'Invalid arn us-west-2';
    const { created, answer } = encrypted({ with: { name: 'NotFoundException', message } });
    expect(created).toBe(
      'ValidationException: KMS validation error: com.amazonaws.services.kms.model.NotFoundException: Invalid arn us-west-2 (Service: AWSKMS; Status Code: 400; Error Code: NotFoundException)',
    );
    expect(answer('ListTables', {})).toMatchObject({ TableNames: [] });
  });

  it('needs a key of its own for each replica, in the replica Region (services 3)', () => {
    const { answer, kmsCalls } = encrypted();
    kmsCalls();
    const create = (KMSMasterKeyId?: string) =>
      answer('UpdateTable', {
        TableName: 'orders',
        ReplicaUpdates: [{ Create: { RegionName: STANDBY, KMSMasterKeyId } }],
      });
    expect(create()).toBe(
      'ValidationException: One or more parameter values were invalid: KMSMasterKeyId must be specified for each replica.',
    );
    expect(create('alias/standby')).toMatchObject({
      TableDescription: {
        Replicas: [
          {
            RegionName: STANDBY,
            ReplicaStatus: 'CREATING',
            KMSMasterKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/alias/standby',
          },
        ],
      },
    });
    expect(kmsCalls().map(([operation, via, region]) => [operation, via, region])).toEqual([
      ['DescribeKey', 'dynamodb.eu-central-1.amazonaws.com', 'eu-central-1'],
      ['GenerateDataKey', 'dynamodb.eu-central-1.amazonaws.com', 'eu-central-1'],
    ]);
  });

  it('goes back to the key that belongs to AWS, which costs no call', () => {
    const { answer, kmsCalls, wait } = encrypted();
    kmsCalls();
    answer('UpdateTable', { TableName: 'orders', SSESpecification: { Enabled: false } });
    wait(3_000);
    const { Table } = answer('DescribeTable', { TableName: 'orders' }) as {
      Table: { SSEDescription?: object };
    };
    expect(Table.SSEDescription).toBeUndefined();
    answer('GetItem', get);
    expect(kmsCalls()).toEqual([]);
  });
});
