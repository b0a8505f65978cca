import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT, REGION, realCloud } from '../ec2/real-cloud.testkit';

const ARN = `arn:aws:sqs:${REGION}:${HOME_ACCOUNT}:orders`;
const VIA = `sqs.${REGION}.amazonaws.com`;

function lab(attributes?: Readonly<Record<string, string>>) {
  const cloud = realCloud('queues');
  const { ok, newKey, asked } = cloud;
  const KeyId = newKey();
  const create = (Attributes: object) =>
    ok<{ QueueUrl: string }>('sqs', 'CreateQueue', { QueueName: 'orders', Attributes }).QueueUrl;
  const QueueUrl = create(attributes ?? { KmsMasterKeyId: KeyId });
  const message = { QueueUrl, MessageBody: 'one pizza' };
  const send = () => ok('sqs', 'SendMessage', message);
  type Messages = { Messages?: { ReceiptHandle: string; Body: string }[] };
  const receive = (input: object = {}) =>
    ok<Messages>('sqs', 'ReceiveMessage', { QueueUrl, ...input }).Messages;
  asked();
  return { ...cloud, KeyId, QueueUrl, message, send, receive };
}

describe('a queue under a KMS key', () => {
  it('asks KMS twice for a producer and once for a consumer, per reuse period (services 1, 7)', () => {
    const { send, receive, asked, wait } = lab();
    const context = { 'aws:sqs:arn': ARN };
    const call = (did: string) => ({ did, context, by: 'student', via: VIA, no: undefined });
    send();
    send();
    expect(asked()).toEqual([call('GenerateDataKey'), call('Decrypt')]);
    expect(receive({ MaxNumberOfMessages: 10 })?.map(({ Body }) => Body)).toEqual(['one pizza', 'one pizza']);
    expect(asked()).toEqual([call('Decrypt')]);
    wait(299);
    send();
    receive();
    expect(asked()).toEqual([]);
    wait(1);
    send();
    receive();
    expect(asked().map(({ did }) => did)).toEqual(['GenerateDataKey', 'Decrypt', 'Decrypt']);
  });

  it('tells what KMS said no to in KMS’s words, to producer and consumer (services 7)', () => {
    const { KeyId, send, ok, refusal, message, QueueUrl, wait, receive } = lab();
    send();
    ok('kms', 'DisableKey', { KeyId });
    send();
    wait(300);
    const no = `KMS.DisabledException: ${KeyId} is disabled. (Service: AWSKMS; Status Code: 400; Error Code: DisabledException)`;
    expect(refusal('sqs', 'SendMessage', message)).toBe(no);
    expect(refusal('sqs', 'ReceiveMessage', { QueueUrl })).toBe(no);
    ok('kms', 'EnableKey', { KeyId });
    expect(receive({ MaxNumberOfMessages: 10 })).toHaveLength(2);
  });

  it('keeps messages under the key they were sent under (services 7)', () => {
    const { KeyId, send, ok, newKey, QueueUrl, refusal, wait } = lab();
    send();
    ok('sqs', 'SetQueueAttributes', { QueueUrl, Attributes: { KmsMasterKeyId: newKey() } });
    ok('kms', 'DisableKey', { KeyId });
    wait(300);
    expect(refusal('sqs', 'ReceiveMessage', { QueueUrl })).toMatch(/^KMS\.DisabledException/);
  });

  it('under aws/sqs brings that key into being when it is first sent to', () => {
    const { send, ok } = lab({ KmsMasterKeyId: 'alias/aws/sqs' });
    send();
    expect(ok('kms', 'DescribeKey', { KeyId: 'alias/aws/sqs' })).toMatchObject({
      KeyMetadata: { KeyManager: 'AWS' },
    });
  });

  it('shows its key and reuse period; a queue with neither is under SQS’s own key', () => {
    const { QueueUrl, ok, KeyId } = lab();
    const AttributeNames = ['All'];
    expect(ok('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames })).toEqual({
      Attributes: {
        QueueArn: ARN,
        ApproximateNumberOfMessages: '0',
        ApproximateNumberOfMessagesNotVisible: '0',
        ApproximateNumberOfMessagesDelayed: '0',
        CreatedTimestamp: '1795338000',
        LastModifiedTimestamp: '1795338000',
        VisibilityTimeout: '30',
        MaximumMessageSize: '1048576',
        MessageRetentionPeriod: '345600',
        DelaySeconds: '0',
        ReceiveMessageWaitTimeSeconds: '0',
        KmsMasterKeyId: KeyId,
        KmsDataKeyReusePeriodSeconds: '300',
        SqsManagedSseEnabled: 'false',
      },
    });
    const plain = ok<{ QueueUrl: string }>('sqs', 'CreateQueue', { QueueName: 'plain' });
    const names = ['KmsMasterKeyId', 'SqsManagedSseEnabled'];
    expect(ok('sqs', 'GetQueueAttributes', { ...plain, AttributeNames: names })).toEqual({
      Attributes: { SqsManagedSseEnabled: 'true' },
    });
    expect(ok('sqs', 'ListQueues')).toEqual({ QueueUrls: [QueueUrl, plain.QueueUrl] });
  });

  it.each(['59', '86401', 'x'])('takes no reuse period of %s seconds (services 1)', (value) => {
    const { refusal } = lab();
    const Attributes = { KmsDataKeyReusePeriodSeconds: value };
    expect(refusal('sqs', 'CreateQueue', { QueueName: 'other', Attributes })).toBe(
      'InvalidAttributeValue: Invalid value for the parameter KmsDataKeyReusePeriodSeconds.',
    );
  });
});

describe('messages', () => {
  it('come back after the visibility timeout, go when deleted, and expire', () => {
    const { send, receive, wait, ok, refusal, QueueUrl } = lab({ MessageRetentionPeriod: '60' });
    send();
    const [first] = receive({ AttributeNames: ['ApproximateReceiveCount'] }) ?? [];
    expect(first).toEqual({
      MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ReceiptHandle: expect.any(String),
      MD5OfBody: '39d6d32e7bbd7a9a9a83164dcb5cbde8',
      Body: 'one pizza',
      Attributes: { ApproximateReceiveCount: '1' },
    });
    expect(receive()).toBeUndefined();
    wait(30);
    const [again] = receive() ?? [];
    ok('sqs', 'DeleteMessage', { QueueUrl, ReceiptHandle: again?.ReceiptHandle });
    expect(refusal('sqs', 'DeleteMessage', { QueueUrl, ReceiptHandle: 'x' })).toMatch(
      /^ReceiptHandleIsInvalid/,
    );
    send();
    wait(60);
    expect(receive()).toBeUndefined();
    ok('sqs', 'PurgeQueue', { QueueUrl });
    ok('sqs', 'DeleteQueue', { QueueUrl });
    expect(refusal('sqs', 'SendMessage', { QueueUrl, MessageBody: 'x' })).toBe(
      'AWS.SimpleQueueService.NonExistentQueue: The specified queue does not exist.',
    );
  });
});
