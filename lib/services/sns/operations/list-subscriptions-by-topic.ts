import { define, isRefusal, shape } from '../../../aws';
import { topicOf, topicPermission, topicResources, topicVerdict } from '../finding';
import { subscriptions } from '../records/subscription';
import { denied } from '../rules/errors';

/** refuses: NotFound */
export const listSubscriptionsByTopic = define({
  service: 'sns',
  name: 'ListSubscriptionsByTopic',
  about: 'Lists who gets what is published to a topic.',
  input: shape.structure({ TopicArn: shape.string() }, ['TopicArn']),
  output: shape.structure({
    Subscriptions: shape.list(
      shape.structure({
        SubscriptionArn: shape.string(),
        Owner: shape.string(),
        Protocol: shape.string(),
        Endpoint: shape.string(),
        TopicArn: shape.string(),
      }),
    ),
  }),
  readOnly: true,
  denied,
  verdict: topicVerdict,
  permissions: (call) => [topicPermission(call, 'ListSubscriptionsByTopic')],
  resources: topicResources,
  handle: (call) => {
    const topic = topicOf(call);
    if (isRefusal(topic)) return topic;
    const found = call.world.table(subscriptions).by('topic', topic.arn);
    return {
      Subscriptions: found.map(({ arn, owner, endpoint, topicArn }) => ({
        SubscriptionArn: arn,
        Owner: owner,
        Protocol: 'sqs',
        Endpoint: endpoint,
        TopicArn: topicArn,
      })),
    };
  },
});
