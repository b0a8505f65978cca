import type { AwsWorld } from '../../../aws';
import type { TableDefinition } from '../../../world';
import { nameOf, type PolicyHolder } from './holder';
import type { Tag } from './tag';

export interface RoleRecord extends PolicyHolder {
  /** `AROA...` */
  readonly roleId: string;
  /** The trust policy's JSON text, exactly as given. */
  readonly trustPolicy: string;
  readonly description?: string | undefined;
  readonly maxSessionSeconds: number;
  readonly tags: readonly Tag[];
  /** ARN of the managed policy that bounds it. */
  readonly boundary?: string | undefined;
}

export const roles: TableDefinition<RoleRecord> = {
  name: 'iam-roles',
  id: (role) => role.arn,
  indexes: {
    account: (role) => role.account,
    name: (role) => nameOf(role.account, role.name),
    uniqueId: (role) => role.roleId,
    policy: (role) => role.attached,
    boundary: (role) => role.boundary,
  },
};

export function findRole(world: AwsWorld, account: string, name: string): RoleRecord | undefined {
  return world.table(roles).firstBy('name', nameOf(account, name));
}

export const SERVICE_LINKED_PATH = '/aws-service-role/';

/** Only the service may change such a role. */
export function isServiceLinkedRole(role: RoleRecord): boolean {
  return role.path.startsWith(SERVICE_LINKED_PATH);
}

export function serviceLinkedPath(service: string): string {
  return `${SERVICE_LINKED_PATH}${service}/`;
}
