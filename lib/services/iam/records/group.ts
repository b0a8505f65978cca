import type { AwsWorld } from '../../../aws';
import type { TableDefinition } from '../../../world';
import { nameOf, type PolicyHolder } from './holder';

export interface GroupRecord extends PolicyHolder {
  /** `AGPA...` */
  readonly groupId: string;
}

export const groups: TableDefinition<GroupRecord> = {
  name: 'iam-groups',
  id: (group) => group.arn,
  indexes: {
    account: (group) => group.account,
    name: (group) => nameOf(group.account, group.name),
    policy: (group) => group.attached,
  },
};

export function findGroup(world: AwsWorld, account: string, name: string): GroupRecord | undefined {
  return world.table(groups).firstBy('name', nameOf(account, name));
}
