export { operations } from './operations';
export { type SubscriptionRecord, subscriptions } from './records/subscription';
export { type TopicRecord, topics } from './records/topic';
