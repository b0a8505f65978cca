import type { TableDefinition } from '../../../world';

/** What one publisher needs not ask KMS for, for a while. */
export interface HeldKeyRecord {
  readonly topicArn: string;
  readonly principal: string;
  /** As it was named when the data key was made. */
  readonly keyId: string;
  readonly untilMs: number;
}

export const heldKeys: TableDefinition<HeldKeyRecord> = {
  name: 'sns-held-keys',
  id: (held) => heldKeyId(held.topicArn, held.principal, held.keyId),
  indexes: { topic: (held) => held.topicArn },
};

export function heldKeyId(topicArn: string, principal: string, keyId: string): string {
  return JSON.stringify([topicArn, principal, keyId]);
}
