import { define, isRefusal, parseArn, shape } from '../../../aws';
import { uuidOf } from '../../../base';
import { topicOf, topicPermission, topicResources, topicVerdict } from '../finding';
import { subscriptions } from '../records/subscription';
import { denied, invalidParameter } from '../rules/errors';

/** refuses: NotFound, InvalidParameter. differs: queues only, and they need no confirmation */
export const subscribe = define({
  service: 'sns',
  name: 'Subscribe',
  about: 'Subscribes a queue to a topic.',
  input: shape.structure(
    {
      TopicArn: shape.string(),
      Protocol: shape.string(),
      Endpoint: shape.string(),
      Attributes: shape.map(shape.string()),
      ReturnSubscriptionArn: shape.boolean(),
    },
    ['TopicArn', 'Protocol'],
  ),
  output: shape.structure({ SubscriptionArn: shape.string() }),
  readOnly: false,
  denied,
  verdict: topicVerdict,
  permissions: (call) => [topicPermission(call, 'Subscribe')],
  resources: topicResources,
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, principal } = call;
    const topic = topicOf(call);
    if (isRefusal(topic)) return topic;
    const { Protocol, Endpoint = '', Attributes } = input;
    if (Protocol !== 'sqs') return invalidParameter(`Protocol: the lab knows sqs, found ${Protocol}`);
    if (parseArn(Endpoint)?.service !== 'sqs') return invalidParameter('SQS endpoint ARN');
    const there = world.table(subscriptions).by('topic', topic.arn);
    const same = there.find(({ endpoint }) => endpoint === Endpoint);
    const made = same ?? {
      arn: `${topic.arn}:${uuidOf(call.random('subscription', 16))}`,
      topicArn: topic.arn,
      owner: principal.account,
      endpoint: Endpoint,
      raw: Attributes?.RawMessageDelivery === 'true',
    };
    if (!same) world.put(subscriptions, made);
    return { SubscriptionArn: made.arn };
  },
});
