import type { TableDefinition } from '../../../world';

/** What a metric filter made of an event when it came in. */
export interface Hit {
  readonly namespace: string;
  readonly metric: string;
  readonly value: number;
  readonly atMs: number;
}

/** The events of one PutLogEvents. */
export interface BatchRecord {
  readonly groupArn: string;
  readonly stream: string;
  /** Its place among the batches of the stream. */
  readonly number: number;
  readonly ingestedAtMs: number;
  /** JSON of the events; base64 of nonce, ciphertext and tag where there is a data key. */
  readonly text: string;
  /** The data key as KMS wrapped it: base64. */
  readonly wrappedKey?: string | undefined;
  readonly hits: readonly Hit[];
}

export const batches: TableDefinition<BatchRecord> = {
  name: 'logs-batches',
  // Padded, so that the order of ids is that of arrival.
  id: ({ groupArn, stream, number }) => `${groupArn}:${stream}:${String(number).padStart(9, '0')}`,
  indexes: { group: (batch) => batch.groupArn, stream: (batch) => `${batch.groupArn}:${batch.stream}` },
};
