import type { TableDefinition } from '../../../world';

/** What one principal needs not ask KMS for while the data key reuse period lasts. */
export interface HeldKeyRecord {
  readonly queueArn: string;
  readonly principal: string;
  /** Sending names the KMS key it was made under; receiving needs no name. */
  readonly purpose: string;
  /** For sending: the data key as KMS wrapped it, base64. */
  readonly wrappedKey: string;
  readonly untilMs: number;
}

export const heldKeys: TableDefinition<HeldKeyRecord> = {
  name: 'sqs-held-keys',
  id: (held) => heldKeyId(held.queueArn, held.principal, held.purpose),
  indexes: { queue: (held) => held.queueArn },
};

export function heldKeyId(queueArn: string, principal: string, purpose: string): string {
  return JSON.stringify([queueArn, principal, purpose]);
}
