import type { TableDefinition } from '../../../world';

/** A queue that gets what is published. */
export interface SubscriptionRecord {
  readonly arn: string;
  readonly topicArn: string;
  readonly owner: string;
  /** ARN of the queue. */
  readonly endpoint: string;
  /** The message alone, without SNS's envelope. */
  readonly raw: boolean;
}

export const subscriptions: TableDefinition<SubscriptionRecord> = {
  name: 'sns-subscriptions',
  id: (subscription) => subscription.arn,
  indexes: { topic: (subscription) => subscription.topicArn },
};
