import type { TableDefinition } from '../../../world';

export interface MessageRecord {
  readonly messageId: string;
  readonly queueArn: string;
  readonly body: string;
  readonly senderId: string;
  readonly sentAtMs: number;
  /** From then on it can be received. */
  readonly visibleAtMs: number;
  readonly expiresAtMs: number;
  readonly receiveCount: number;
  readonly firstReceivedAtMs?: number | undefined;
  /** Of the last receipt. */
  readonly receiptHandle?: string | undefined;
  /** Under a KMS key: the data key as KMS wrapped it, base64. SQS keeps the body under it. */
  readonly wrappedKey?: string | undefined;
}

export const messages: TableDefinition<MessageRecord> = {
  name: 'sqs-messages',
  id: (message) => message.messageId,
  indexes: { queue: (message) => message.queueArn, receipt: (message) => message.receiptHandle },
  dueAtMs: (message) => message.expiresAtMs,
};
