import { define, shape } from '../../../aws';
import { queueUrl } from '../finding';
import { queues } from '../records/queue';
import { denied } from '../rules/errors';

export const listQueues = define({
  service: 'sqs',
  name: 'ListQueues',
  about: 'Lists the URLs of the queues of this account and Region.',
  input: shape.structure({ QueueNamePrefix: shape.string() }),
  output: shape.structure({ QueueUrls: shape.list(shape.string()) }),
  readOnly: true,
  denied,
  permissions: () => [{ action: 'sqs:ListQueues', resource: '*' }],
  handle: ({ input, world, region, principal }) => {
    const owned = world.table(queues).by('owner', `${principal.account}/${region}`);
    const urls = owned.filter(({ name }) => name.startsWith(input.QueueNamePrefix ?? '')).map(queueUrl);
    return { QueueUrls: urls.length > 0 ? urls : undefined };
  },
});
