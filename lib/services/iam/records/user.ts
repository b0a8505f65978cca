import type { AwsWorld } from '../../../aws';
import type { TableDefinition } from '../../../world';
import { nameOf, type PolicyHolder } from './holder';
import type { Tag } from './tag';

export interface UserRecord extends PolicyHolder {
  /** `AIDA...` */
  readonly userId: string;
  readonly tags: readonly Tag[];
  /** ARN of the managed policy that bounds it. */
  readonly boundary?: string | undefined;
  /** ARNs of its groups. */
  readonly groups: readonly string[];
}

export const users: TableDefinition<UserRecord> = {
  name: 'iam-users',
  id: (user) => user.arn,
  indexes: {
    account: (user) => user.account,
    name: (user) => nameOf(user.account, user.name),
    uniqueId: (user) => user.userId,
    group: (user) => user.groups,
    policy: (user) => user.attached,
    boundary: (user) => user.boundary,
  },
};

export function findUser(world: AwsWorld, account: string, name: string): UserRecord | undefined {
  return world.table(users).firstBy('name', nameOf(account, name));
}
