import type { TableDefinition } from '../../../world';

/** One AWS account. Its root user needs no record: it is there as long as the account is. */
export interface AccountRecord {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly alias?: string | undefined;
  readonly createdAtMs: number;
}

export const accounts: TableDefinition<AccountRecord> = {
  name: 'iam-accounts',
  id: (account) => account.id,
  indexes: { alias: (account) => account.alias, email: (account) => account.email.toLowerCase() },
};
