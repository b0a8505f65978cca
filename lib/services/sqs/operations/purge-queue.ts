import { define, isRefusal, shape } from '../../../aws';
import { clearMessages } from '../clearing';
import { queueOf, queuePermission, queueResources, queueVerdict } from '../finding';
import { denied } from '../rules/errors';

/** refuses: AWS.SimpleQueueService.NonExistentQueue */
export const purgeQueue = define({
  service: 'sqs',
  name: 'PurgeQueue',
  about: 'Deletes all messages of a queue.',
  input: shape.structure({ QueueUrl: shape.string() }, ['QueueUrl']),
  readOnly: false,
  denied,
  verdict: queueVerdict,
  permissions: (call) => [queuePermission(call, 'PurgeQueue')],
  resources: queueResources,
  handle: (call) => {
    const queue = queueOf(call);
    if (isRefusal(queue)) return queue;
    clearMessages(call.world, queue.arn);
    return undefined as never;
  },
});
