import type { TableDefinition } from '../../../world';

/** An application of the learner's company and what it is configured with. The lab's own. */
export interface ApplicationRecord {
  readonly account: string;
  readonly name: string;
  /** The KMS key it encrypts under, by Region: any form that KMS accepts. */
  readonly keyIds: Readonly<Record<string, string>>;
  /** KMS requests a second it makes in all, wherever it serves. */
  readonly requestsPerSecond: number;
}

export const applications: TableDefinition<ApplicationRecord> = {
  name: 'lab-applications',
  id: (record) => applicationId(record.account, record.name),
  indexes: { account: (record) => record.account },
};

export function applicationId(account: string, name: string): string {
  return `${account}/${name}`;
}
