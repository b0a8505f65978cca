import { define, isRefusal, shape } from '../../../aws';
import { queueOf, queuePermission, queueResources, queueVerdict } from '../finding';
import { messages } from '../records/message';
import { badReceipt, denied } from '../rules/errors';

/** Needs no KMS: nothing is read. refuses: AWS.SimpleQueueService.NonExistentQueue, ReceiptHandleIsInvalid */
export const deleteMessage = define({
  service: 'sqs',
  name: 'DeleteMessage',
  about: 'Deletes a message that was received.',
  input: shape.structure({ QueueUrl: shape.string(), ReceiptHandle: shape.string() }, [
    'QueueUrl',
    'ReceiptHandle',
  ]),
  readOnly: false,
  denied,
  verdict: queueVerdict,
  permissions: (call) => [queuePermission(call, 'DeleteMessage')],
  resources: queueResources,
  handle: (call) => {
    const queue = queueOf(call);
    if (isRefusal(queue)) return queue;
    const message = call.world.table(messages).firstBy('receipt', call.input.ReceiptHandle);
    if (message?.queueArn !== queue.arn) return badReceipt(call.input.ReceiptHandle);
    call.world.delete(messages, message.messageId);
    return undefined as never;
  },
});
