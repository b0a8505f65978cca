import { define, isRefusal, shape } from '../../../aws';
import { topicOf, topicPermission, topicResources, topicVerdict } from '../finding';
import { heldKeys } from '../records/held-key';
import { subscriptions } from '../records/subscription';
import { topics } from '../records/topic';
import { denied } from '../rules/errors';

/** refuses: NotFound */
export const deleteTopic = define({
  service: 'sns',
  name: 'DeleteTopic',
  about: 'Deletes a topic and its subscriptions.',
  input: shape.structure({ TopicArn: shape.string() }, ['TopicArn']),
  readOnly: false,
  denied,
  verdict: topicVerdict,
  permissions: (call) => [topicPermission(call, 'DeleteTopic')],
  resources: topicResources,
  handle: (call) => {
    const topic = topicOf(call);
    if (isRefusal(topic)) return topic;
    const { world } = call;
    for (const id of world.table(subscriptions).idsBy('topic', topic.arn)) world.delete(subscriptions, id);
    for (const id of world.table(heldKeys).idsBy('topic', topic.arn)) world.delete(heldKeys, id);
    world.delete(topics, topic.arn);
    return undefined as never;
  },
});
