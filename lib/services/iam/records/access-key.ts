import type { TableDefinition } from '../../../world';

/** A long-term access key. Temporary ones are sessions of another service. */
export interface AccessKeyRecord {
  /** `AKIA...` */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly account: string;
  /** Absent on a key of the account's root user. */
  readonly userArn?: string | undefined;
  readonly status: 'Active' | 'Inactive';
  readonly createdAtMs: number;
}

export const accessKeys: TableDefinition<AccessKeyRecord> = {
  name: 'iam-access-keys',
  id: (key) => key.accessKeyId,
  indexes: { owner: (key) => key.userArn ?? rootOwner(key.account) },
};

/** Index key: the access keys of an account's root user. */
export function rootOwner(account: string): string {
  return `arn:aws:iam::${account}:root`;
}
