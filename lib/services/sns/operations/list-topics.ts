import { define, shape } from '../../../aws';
import { topics } from '../records/topic';
import { denied } from '../rules/errors';

export const listTopics = define({
  service: 'sns',
  name: 'ListTopics',
  about: 'Lists the topics of this account and Region.',
  input: shape.structure({}),
  output: shape.structure({ Topics: shape.list(shape.structure({ TopicArn: shape.string() })) }),
  readOnly: true,
  denied,
  permissions: () => [{ action: 'sns:ListTopics', resource: '*' }],
  handle: ({ world, region, principal }) => ({
    Topics: world
      .table(topics)
      .by('owner', `${principal.account}/${region}`)
      .map(({ arn }) => ({ TopicArn: arn })),
  }),
});
