import type { TableDefinition } from '../../../world';

export interface QueueRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  /** As they were given, beside the defaults: SQS's attributes are texts. */
  readonly attributes: Readonly<Record<string, string>>;
}

export const queues: TableDefinition<QueueRecord> = {
  name: 'sqs-queues',
  id: (queue) => queue.arn,
  indexes: { owner: (queue) => `${queue.account}/${queue.region}` },
};

export function attributeOf(queue: QueueRecord, name: string): string {
  return queue.attributes[name] ?? '';
}
