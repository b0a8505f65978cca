import { type Call, define, isRefusal, shape } from '../../../aws';
import { byCodeUnit, encodeBase64 } from '../../../base';
import { queueOf, queuePermission, queueResources, queueVerdict } from '../finding';
import { refuseReading } from '../kms';
import { type MessageRecord, messages } from '../records/message';
import { attributeOf, type QueueRecord } from '../records/queue';
import { bodyDigest } from '../rules/digest';
import { denied } from '../rules/errors';

/** Oldest first. refuses: AWS.SimpleQueueService.NonExistentQueue, KMS.*. fact: services 1, 7 */
export const receiveMessage = define({
  service: 'sqs',
  name: 'ReceiveMessage',
  about: 'Takes messages from a queue; they come back unless they are deleted in time.',
  input: shape.structure(
    {
      QueueUrl: shape.string(),
      AttributeNames: shape.list(shape.string()),
      MessageSystemAttributeNames: shape.list(shape.string()),
      MaxNumberOfMessages: shape.integer({ min: 1, max: 10 }),
      VisibilityTimeout: shape.integer({ min: 0, max: 43_200 }),
      WaitTimeSeconds: shape.integer({ min: 0, max: 20 }),
    },
    ['QueueUrl'],
  ),
  output: shape.structure({
    Messages: shape.list(
      shape.structure({
        MessageId: shape.string(),
        ReceiptHandle: shape.string(),
        MD5OfBody: shape.string(),
        Body: shape.string(),
        Attributes: shape.map(shape.string()),
      }),
    ),
  }),
  readOnly: false,
  denied,
  verdict: queueVerdict,
  permissions: (call) => [queuePermission(call, 'ReceiveMessage')],
  resources: queueResources,
  handle: (call) => {
    const { input } = call;
    const queue = queueOf(call);
    if (isRefusal(queue)) return queue;
    const found = visible(call, queue).slice(0, input.MaxNumberOfMessages ?? 1);
    const sealed = found.find(({ wrappedKey }) => wrappedKey !== undefined)?.wrappedKey;
    const refusal = sealed === undefined ? undefined : refuseReading(call, queue, sealed);
    if (refusal) return refusal;
    const seconds = input.VisibilityTimeout ?? Number(attributeOf(queue, 'VisibilityTimeout'));
    const names = [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])];
    const taken = found.map((message) => shown(take(call, message, seconds), names));
    return { Messages: taken.length > 0 ? taken : undefined };
  },
});

function visible({ world, nowMs }: Call<object>, queue: QueueRecord): readonly MessageRecord[] {
  const held = world.table(messages).by('queue', queue.arn);
  const found = held.filter(({ visibleAtMs }) => visibleAtMs <= nowMs);
  return found.sort((a, b) => a.sentAtMs - b.sentAtMs || byCodeUnit(a.messageId, b.messageId));
}

function take(call: Call<object>, message: MessageRecord, seconds: number): MessageRecord {
  return call.world.put(messages, {
    ...message,
    visibleAtMs: call.nowMs + seconds * 1000,
    receiveCount: message.receiveCount + 1,
    firstReceivedAtMs: message.firstReceivedAtMs ?? call.nowMs,
    receiptHandle: encodeBase64(call.random(`receipt/${message.messageId}`, 48)),
  });
}

function shown(message: MessageRecord, names: readonly string[]) {
  const attributes = Object.entries({
    SenderId: message.senderId,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAtMs),
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAtMs),
  }).filter(([name]) => names.includes('All') || names.includes(name));
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: bodyDigest(message.body),
    Body: message.body,
    Attributes: attributes.length > 0 ? Object.fromEntries(attributes) : undefined,
  };
}
