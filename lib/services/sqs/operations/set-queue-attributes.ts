import { define, isRefusal, shape } from '../../../aws';
import { queueOf, queuePermission, queueResources, queueVerdict } from '../finding';
import { queues } from '../records/queue';
import { refuseAttributes, withAttributes } from '../rules/attributes';
import { denied } from '../rules/errors';

/**
 * What is in the queue stays under the key it was sent under. fact: services 7 (keep the old key until the queue is drained)
 * refuses: InvalidAttributeName, InvalidAttributeValue, AWS.SimpleQueueService.NonExistentQueue
 */
export const setQueueAttributes = define({
  service: 'sqs',
  name: 'SetQueueAttributes',
  about: 'Changes attributes of a queue, its KMS key and data key reuse period among them.',
  input: shape.structure({ QueueUrl: shape.string(), Attributes: shape.map(shape.string()) }, [
    'QueueUrl',
    'Attributes',
  ]),
  readOnly: false,
  denied,
  validate: ({ input }) => refuseAttributes(input.Attributes),
  verdict: queueVerdict,
  permissions: (call) => [queuePermission(call, 'SetQueueAttributes')],
  resources: queueResources,
  handle: (call) => {
    const queue = queueOf(call);
    if (isRefusal(queue)) return queue;
    const attributes = withAttributes(queue.attributes, call.input.Attributes);
    call.world.put(queues, { ...queue, attributes, modifiedAtMs: call.nowMs });
    return undefined as never;
  },
});
