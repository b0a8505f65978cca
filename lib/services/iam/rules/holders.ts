import {
  type AwsWorld,
  type Call,
  type ConditionValues,
  isRefusal,
  type Permission,
  type Refusal,
} from '../../../aws';
import type { TableDefinition } from '../../../world';
import { findGroup, type GroupRecord, groups } from '../records/group';
import { iamArn, type PolicyHolder } from '../records/holder';
import { findRole, isServiceLinkedRole, type RoleRecord, roles } from '../records/role';
import type { Tag } from '../records/tag';
import { findUser, type UserRecord, users } from '../records/user';
import { noSuch, unmodifiable } from './errors';
import { QUOTAS } from './quotas';
import { resourceTagConditions } from './tags';

/** What is said of users, groups and roles alike, since all of them hold policies. */
export interface HolderKind<R extends PolicyHolder> {
  readonly noun: 'user' | 'group' | 'role';
  readonly table: TableDefinition<R>;
  find(world: AwsWorld, account: string, name: string): R | undefined;
  /** Characters that its inline policies may have together. */
  readonly inlineSize: number;
  readonly attachedQuota: { readonly name: string; readonly limit: number };
  /** Why nobody may change this one. */
  protects(record: R): Refusal | undefined;
}

export const USER: HolderKind<UserRecord> = {
  noun: 'user',
  table: users,
  find: findUser,
  inlineSize: QUOTAS.userPolicySize,
  attachedQuota: { name: 'PoliciesPerUser', limit: QUOTAS.attachedPerUser },
  protects: () => undefined,
};

export const GROUP: HolderKind<GroupRecord> = {
  noun: 'group',
  table: groups,
  find: findGroup,
  inlineSize: QUOTAS.groupPolicySize,
  attachedQuota: { name: 'PoliciesPerGroup', limit: QUOTAS.attachedPerGroup },
  protects: () => undefined,
};

export const ROLE: HolderKind<RoleRecord> = {
  noun: 'role',
  table: roles,
  find: findRole,
  inlineSize: QUOTAS.rolePolicySize,
  attachedQuota: { name: 'PoliciesPerRole', limit: QUOTAS.attachedPerRole },
  protects: (role) => (isServiceLinkedRole(role) ? unmodifiable(role.name) : undefined),
};

type Conditions = Readonly<Record<string, ConditionValues>>;

/** The permission for an action on a user, group or role; where there is none, on the ARN it would have. */
export function on<I, R extends PolicyHolder>(
  kind: HolderKind<R>,
  action: string,
  call: Call<I>,
  name: string,
  conditions: Conditions = {},
): Permission {
  const { account } = call.principal;
  const record: (R & { readonly tags?: readonly Tag[]; readonly boundary?: string }) | undefined = kind.find(
    call.world,
    account,
    name,
  );
  return {
    action,
    resource: record?.arn ?? iamArn(account, `${kind.noun}/${name}`),
    conditions: {
      ...resourceTagConditions(record?.tags),
      'iam:PermissionsBoundary': record?.boundary === undefined ? undefined : [record.boundary],
      ...conditions,
    },
  };
}

/** The permission for listing all of a kind. */
export function onAll<I>(action: string, call: Call<I>, noun: string): Permission {
  return { action, resource: iamArn(call.principal.account, `${noun}/`) };
}

/** The user, group or role of the caller's account. refuses: NoSuchEntity */
export function held<I, R extends PolicyHolder>(
  kind: HolderKind<R>,
  call: Call<I>,
  name: string,
): R | Refusal {
  return kind.find(call.world, call.principal.account, name) ?? noSuch(kind.noun, name);
}

/**
 * Replaces it by what `change` answers; a refusal leaves it as it was.
 * refuses: NoSuchEntity, UnmodifiableEntity, then what `change` refuses
 */
export function changeHeld<I, R extends PolicyHolder>(
  kind: HolderKind<R>,
  call: Call<I>,
  name: string,
  change: (record: R) => R | Refusal,
): Refusal | undefined {
  const record = held(kind, call, name);
  if (isRefusal(record)) return record;
  const changed = kind.protects(record) ?? change(record);
  if (isRefusal(changed)) return changed;
  call.world.put(kind.table, changed);
  return undefined;
}
