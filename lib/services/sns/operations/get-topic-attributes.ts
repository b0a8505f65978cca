import { define, isRefusal, shape } from '../../../aws';
import { topicOf, topicPermission, topicResources, topicVerdict } from '../finding';
import { subscriptions } from '../records/subscription';
import { denied } from '../rules/errors';

/** refuses: NotFound */
export const getTopicAttributes = define({
  service: 'sns',
  name: 'GetTopicAttributes',
  about: 'Shows the attributes of a topic.',
  input: shape.structure({ TopicArn: shape.string() }, ['TopicArn']),
  output: shape.structure({ Attributes: shape.map(shape.string()) }),
  readOnly: true,
  denied,
  verdict: topicVerdict,
  permissions: (call) => [topicPermission(call, 'GetTopicAttributes')],
  resources: topicResources,
  handle: (call) => {
    const topic = topicOf(call);
    if (isRefusal(topic)) return topic;
    return {
      Attributes: {
        TopicArn: topic.arn,
        Owner: topic.account,
        SubscriptionsConfirmed: String(call.world.table(subscriptions).countBy('topic', topic.arn)),
        ...topic.attributes,
      },
    };
  },
});
