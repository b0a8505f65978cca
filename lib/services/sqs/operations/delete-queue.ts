import { define, isRefusal, shape } from '../../../aws';
import { clearMessages } from '../clearing';
import { queueOf, queuePermission, queueResources, queueVerdict } from '../finding';
import { heldKeys } from '../records/held-key';
import { queues } from '../records/queue';
import { denied } from '../rules/errors';

/** refuses: AWS.SimpleQueueService.NonExistentQueue */
export const deleteQueue = define({
  service: 'sqs',
  name: 'DeleteQueue',
  about: 'Deletes a queue and all its messages.',
  input: shape.structure({ QueueUrl: shape.string() }, ['QueueUrl']),
  readOnly: false,
  denied,
  verdict: queueVerdict,
  permissions: (call) => [queuePermission(call, 'DeleteQueue')],
  resources: queueResources,
  handle: (call) => {
    const queue = queueOf(call);
    if (isRefusal(queue)) return queue;
    const { world } = call;
    clearMessages(world, queue.arn);
    for (const id of world.table(heldKeys).idsBy('queue', queue.arn)) world.delete(heldKeys, id);
    world.delete(queues, queue.arn);
    return undefined as never;
  },
});
