import { define, shape } from '../../../aws';
import { queueArn, queueUrl } from '../finding';
import { queues } from '../records/queue';
import { denied, noSuchQueue } from '../rules/errors';

/** refuses: AWS.SimpleQueueService.NonExistentQueue */
export const getQueueUrl = define({
  service: 'sqs',
  name: 'GetQueueUrl',
  about: 'Tells the URL of a queue.',
  input: shape.structure({ QueueName: shape.string(), QueueOwnerAWSAccountId: shape.string() }, [
    'QueueName',
  ]),
  output: shape.structure({ QueueUrl: shape.string() }),
  readOnly: true,
  denied,
  permissions: ({ input, region, principal }) => [
    {
      action: 'sqs:GetQueueUrl',
      resource: queueArn(region, input.QueueOwnerAWSAccountId ?? principal.account, input.QueueName),
      account: input.QueueOwnerAWSAccountId,
    },
  ],
  handle: ({ input, world, region, principal }) => {
    const account = input.QueueOwnerAWSAccountId ?? principal.account;
    const queue = world.table(queues).get(queueArn(region, account, input.QueueName));
    return queue ? { QueueUrl: queueUrl(queue) } : noSuchQueue();
  },
});
