import { define, isRefusal, shape } from '../../../aws';
import { topicOf, topicPermission, topicResources, topicVerdict } from '../finding';
import { topics } from '../records/topic';
import { given, refuseAttribute } from '../rules/attributes';
import { denied } from '../rules/errors';

/** refuses: NotFound, InvalidParameter */
export const setTopicAttributes = define({
  service: 'sns',
  name: 'SetTopicAttributes',
  about: 'Changes an attribute of a topic, its KMS key among them.',
  input: shape.structure(
    { TopicArn: shape.string(), AttributeName: shape.string(), AttributeValue: shape.string() },
    ['TopicArn', 'AttributeName'],
  ),
  readOnly: false,
  denied,
  verdict: topicVerdict,
  permissions: (call) => [topicPermission(call, 'SetTopicAttributes')],
  resources: topicResources,
  handle: (call) => {
    const { AttributeName, AttributeValue = '' } = call.input;
    const topic = topicOf(call);
    if (isRefusal(topic)) return topic;
    const refusal = refuseAttribute(AttributeName);
    if (refusal) return refusal;
    const attributes = given({ ...topic.attributes, [AttributeName]: AttributeValue });
    call.world.put(topics, { ...topic, attributes });
    return undefined as never;
  },
});
