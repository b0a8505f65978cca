import type { AnyOperation } from '../../../aws';
import { createTopic } from './create-topic';
import { deleteTopic } from './delete-topic';
import { getTopicAttributes } from './get-topic-attributes';
import { listSubscriptionsByTopic } from './list-subscriptions-by-topic';
import { listTopics } from './list-topics';
import { publish } from './publish';
import { setTopicAttributes } from './set-topic-attributes';
import { subscribe } from './subscribe';

export const operations: Readonly<Record<string, AnyOperation>> = {
  CreateTopic: createTopic,
  DeleteTopic: deleteTopic,
  GetTopicAttributes: getTopicAttributes,
  ListSubscriptionsByTopic: listSubscriptionsByTopic,
  ListTopics: listTopics,
  Publish: publish,
  SetTopicAttributes: setTopicAttributes,
  Subscribe: subscribe,
};
