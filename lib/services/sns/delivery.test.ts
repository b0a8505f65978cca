import { describe, expect, it } from 'vitest';
import { Cloud } from '../../cloud';
import { HOME_ACCOUNT, REGION, realCloud } from '../ec2/real-cloud.testkit';

const TopicArn = `arn:aws:sns:${REGION}:${HOME_ACCOUNT}:orders`;
const QUEUE = `arn:aws:sqs:${REGION}:${HOME_ACCOUNT}:kitchen`;
const VIA = `sns.${REGION}.amazonaws.com`;

/** A topic with a subscribed queue that lets SNS send; each under the key it is given. */
function lab({ topicKey, queueKey }: { topicKey?: string; queueKey?: string } = {}, seed = 'topics') {
  const cloud = realCloud(seed);
  const { ok, newKey, asked, refusal } = cloud;
  const KeyId = newKey();
  const keyOf = (name?: string) => (name === 'own' ? KeyId : (name ?? ''));
  const Statement = [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
      Condition: { ArnEquals: { 'aws:SourceArn': TopicArn } },
    },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  ok('sns', 'CreateTopic', { Name: 'orders', Attributes: { KmsMasterKeyId: keyOf(topicKey) } });
  const { QueueUrl } = ok<{ QueueUrl: string }>('sqs', 'CreateQueue', {
    QueueName: 'kitchen',
    Attributes: { Policy, KmsMasterKeyId: keyOf(queueKey) },
  });
  ok('sns', 'Subscribe', { TopicArn, Protocol: 'sqs', Endpoint: QUEUE });
  asked();
  const publish = () => refusal('sns', 'Publish', { TopicArn, Message: 'one pizza' });
  const received = () =>
    ok<{ Messages?: { Body: string }[] }>('sqs', 'ReceiveMessage', { QueueUrl }).Messages?.map(
      ({ Body }) => JSON.parse(Body) as { Message: string },
    );
  /** What AWS tells people to add to the key's policy. */
  const allowSns = () => {
    const policy = JSON.parse(ok<{ Policy: string }>('kms', 'GetKeyPolicy', { KeyId }).Policy) as {
      Statement: object[];
    };
    policy.Statement.push({
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': HOME_ACCOUNT } },
    });
    ok('kms', 'PutKeyPolicy', { KeyId, Policy: JSON.stringify(policy) });
  };
  return { ...cloud, KeyId, publish, received, allowSns };
}

describe('an encrypted queue behind a topic', () => {
  it('gets nothing, in silence, until its key’s policy lets SNS in (services 7)', () => {
    const { publish, received, asked, allowSns } = lab({ queueKey: 'own' });
    expect(publish()).toBe('ok');
    expect(asked().map(({ did, by, via, no }) => [did, by, via, no])).toEqual([
      ['SendMessage', 'sns.amazonaws.com', undefined, 'KMS.AccessDeniedException'],
      ['GenerateDataKey', 'sns.amazonaws.com', undefined, 'AccessDeniedException'],
    ]);
    expect(received()).toBeUndefined();
    allowSns();
    publish();
    expect(asked().map(({ did, no }) => [did, no])).toEqual([
      ['SendMessage', undefined],
      ['GenerateDataKey', undefined],
      ['Decrypt', undefined],
    ]);
    expect(received()).toEqual([
      {
        Type: 'Notification',
        MessageId: expect.any(String),
        TopicArn,
        Message: 'one pizza',
        Timestamp: '2026-11-22T09:00:00.000Z',
      },
    ]);
  });

  it('under aws/sqs never gets anything: that key’s policy cannot be changed (services 7)', () => {
    const { publish, received, asked } = lab({ queueKey: 'alias/aws/sqs' });
    expect(publish()).toBe('ok');
    expect(asked().at(-1)?.no).toBe('NotFoundException');
    expect(received()).toBeUndefined();
  });
});

describe('an encrypted topic', () => {
  it('asks KMS for a data key and opens it, with the publisher’s identity, once in five minutes (services 1)', () => {
    const { publish, received, asked, wait } = lab({ topicKey: 'own' });
    const context = { 'aws:sns:topicArn': TopicArn };
    const call = (did: string) => ({ did, context, by: 'student', via: VIA, no: undefined });
    publish();
    expect(asked().slice(0, 2)).toEqual([call('GenerateDataKey'), call('Decrypt')]);
    publish();
    expect(asked().map(({ did }) => did)).toEqual(['SendMessage']);
    wait(300);
    publish();
    expect(asked().map(({ did }) => did)).toEqual(['GenerateDataKey', 'Decrypt', 'SendMessage']);
    expect(received()).toHaveLength(1);
  });

  it('refuses to publish when its key is disabled', () => {
    const { publish, ok, KeyId, refusal } = lab({ topicKey: 'own' });
    ok('kms', 'DisableKey', { KeyId });
    expect(publish()).toBe(
      `KMSDisabled: ${KeyId} is disabled. (Service: AWSKMS; Status Code: 400; Error Code: DisabledException)`,
    );
    expect(ok('sns', 'GetTopicAttributes', { TopicArn })).toEqual({
      Attributes: { TopicArn, Owner: HOME_ACCOUNT, SubscriptionsConfirmed: '1', KmsMasterKeyId: KeyId },
    });
    ok('sns', 'DeleteTopic', { TopicArn });
    expect(refusal('sns', 'Publish', { TopicArn, Message: 'x' })).toBe('NotFound: Topic does not exist');
  });
});

describe('a world with topics, queues, functions and databases', () => {
  it('comes out the same when its requests are sent again', () => {
    const { world, publish, received, allowSns, ok, wait, KeyId } = lab(
      { topicKey: 'own', queueKey: 'own' },
      'replay',
    );
    allowSns();
    publish();
    received();
    const Statement = [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ];
    const trust = { AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }) };
    ok('iam', 'CreateRole', { RoleName: 'cook', ...trust });
    const Environment = { Variables: { TABLE: 'orders' } };
    const Role = `arn:aws:iam::${HOME_ACCOUNT}:role/cook`;
    ok('lambda', 'CreateFunction', { FunctionName: 'cook', Role, Environment, KMSKeyArn: KeyId });
    ok('lambda', 'Invoke', { FunctionName: 'cook' });
    const database = { DBInstanceIdentifier: 'orders', DBInstanceClass: 'db.m7g.large', Engine: 'postgres' };
    ok('rds', 'CreateDBInstance', { ...database, StorageEncrypted: true, KmsKeyId: KeyId });
    ok('kms', 'DisableKey', { KeyId });
    wait(86_400);
    const again = new Cloud({ seed: 'replay', startMs: world.startMs });
    for (const { request, parent, atMs } of world.log.since(0)) {
      again.advanceTo(atMs);
      if (parent === undefined && request.service !== 'lab') again.send(request);
    }
    again.advanceTo(world.nowMs);
    expect(again.world.hash()).toBe(world.hash());
  });
});
