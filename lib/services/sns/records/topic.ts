import type { TableDefinition } from '../../../world';

export interface TopicRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export const topics: TableDefinition<TopicRecord> = {
  name: 'sns-topics',
  id: (topic) => topic.arn,
  indexes: { owner: (topic) => `${topic.account}/${topic.region}` },
};
