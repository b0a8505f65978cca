import { define, isRefusal, shape } from '../../../aws';
import { uuidOf } from '../../../base';
import { queueOf, queuePermission, queueResources, queueVerdict } from '../finding';
import { keyForSending, keyIdOf } from '../kms';
import { messages } from '../records/message';
import { attributeOf } from '../records/queue';
import { bodyDigest } from '../rules/digest';
import { denied } from '../rules/errors';

/** refuses: AWS.SimpleQueueService.NonExistentQueue, KMS.*. fact: services 1, 7 */
export const sendMessage = define({
  service: 'sqs',
  name: 'SendMessage',
  about: 'Sends a message to a queue.',
  input: shape.structure(
    {
      QueueUrl: shape.string(),
      MessageBody: shape.string({ min: 1, max: 1_048_576 }),
      DelaySeconds: shape.integer({ min: 0, max: 900 }),
    },
    ['QueueUrl', 'MessageBody'],
  ),
  output: shape.structure({ MD5OfMessageBody: shape.string(), MessageId: shape.string() }),
  readOnly: false,
  denied,
  verdict: queueVerdict,
  permissions: (call) => [queuePermission(call, 'SendMessage')],
  resources: queueResources,
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, nowMs, principal } = call;
    const queue = queueOf(call);
    if (isRefusal(queue)) return queue;
    const keyId = keyIdOf(queue);
    const wrappedKey = keyId === undefined ? undefined : keyForSending(call, queue, keyId);
    if (isRefusal(wrappedKey)) return wrappedKey;
    const delay = input.DelaySeconds ?? Number(attributeOf(queue, 'DelaySeconds'));
    const { messageId } = world.put(messages, {
      messageId: uuidOf(call.random('message-id', 16)),
      queueArn: queue.arn,
      body: input.MessageBody,
      senderId: principal.userId,
      sentAtMs: nowMs,
      visibleAtMs: nowMs + delay * 1000,
      expiresAtMs: nowMs + Number(attributeOf(queue, 'MessageRetentionPeriod')) * 1000,
      receiveCount: 0,
      wrappedKey,
    });
    return { MD5OfMessageBody: bodyDigest(input.MessageBody), MessageId: messageId };
  },
});
