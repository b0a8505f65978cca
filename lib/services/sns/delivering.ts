import { type Call, type Principal, parseArn } from '../../aws';
import { type SubscriptionRecord, subscriptions } from './records/subscription';
import type { TopicRecord } from './records/topic';

interface Published {
  readonly messageId: string;
  readonly message: string;
  readonly subject?: string | undefined;
}

/**
 * Puts a message into every subscribed queue, as SNS itself and for the topic: a queue under a KMS key needs SNS in the
 * key's policy. Who published is not told of a delivery that fails.
 * fact: services 7 (subscribers need the SNS service principal on the queue's key), authorization 8.
 * differs: a failed delivery is not tried again
 */
export function deliver(call: Call<object>, topic: TopicRecord, published: Published): void {
  for (const subscription of call.world.table(subscriptions).by('topic', topic.arn)) {
    const { region = '', account = '', resource = '' } = parseArn(subscription.endpoint) ?? {};
    const input = {
      QueueUrl: `https://sqs.${region}.amazonaws.com/${account}/${resource}`,
      MessageBody: bodyOf(call, topic, subscription, published),
    };
    call.call('sqs', 'SendMessage', input, { region, as: snsPrincipal(topic.account), sourceArn: topic.arn });
  }
}

/** SNS itself. */
function snsPrincipal(account: string): Principal {
  const arn = 'sns.amazonaws.com';
  return { type: 'service', account, arn, userId: arn, accessKeyId: '', tags: {} };
}

/** differs: without the signature, which only a client would check */
function bodyOf(
  { nowMs }: Call<object>,
  topic: TopicRecord,
  { raw }: SubscriptionRecord,
  { messageId, message, subject }: Published,
): string {
  if (raw) return message;
  const envelope = {
    Type: 'Notification',
    MessageId: messageId,
    TopicArn: topic.arn,
    Subject: subject,
    Message: message,
    Timestamp: new Date(nowMs).toISOString(),
  };
  return JSON.stringify(envelope, undefined, 2);
}
