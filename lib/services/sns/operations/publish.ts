import { define, isRefusal, shape } from '../../../aws';
import { uuidOf } from '../../../base';
import { deliver } from '../delivering';
import { topicOf, topicPermission, topicResources, topicVerdict } from '../finding';
import { refuseWithoutDataKey } from '../kms';
import { denied } from '../rules/errors';

/** refuses: NotFound, KMSAccessDenied, KMSDisabled, KMSInvalidState, KMSNotFound. fact: services 1, 7 */
export const publish = define({
  service: 'sns',
  name: 'Publish',
  about: 'Publishes a message to a topic, which delivers it to its queues.',
  input: shape.structure(
    {
      TopicArn: shape.string(),
      Message: shape.string({ sensitive: true, max: 262_144 }),
      Subject: shape.string({ max: 100 }),
    },
    ['TopicArn', 'Message'],
  ),
  output: shape.structure({ MessageId: shape.string() }),
  readOnly: false,
  denied,
  verdict: topicVerdict,
  permissions: (call) => [topicPermission(call, 'Publish')],
  resources: topicResources,
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { Message: message, Subject: subject } = call.input;
    const topic = topicOf(call);
    if (isRefusal(topic)) return topic;
    const refusal = refuseWithoutDataKey(call, topic);
    if (refusal) return refusal;
    const messageId = uuidOf(call.random('message-id', 16));
    deliver(call, topic, { messageId, message, subject });
    return { MessageId: messageId };
  },
});
