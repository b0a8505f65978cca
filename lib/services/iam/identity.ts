import type { AwsWorld, Principal } from '../../aws';
import { type AccessKeyRecord, accessKeys, rootOwner } from './records/access-key';
import { groups } from './records/group';
import type { PolicyHolder } from './records/holder';
import { type ManagedPolicy, policies, versionOf } from './records/policy';
import { type RoleRecord, roles, SERVICE_LINKED_PATH } from './records/role';
import { tagMap } from './records/tag';
import { type UserRecord, users } from './records/user';
import { awsManagedPolicies } from './rules/aws-managed';
import { memoised, type Reader } from './rules/memo';

/** A policy's text under the name by which an explanation speaks of it. */
export interface NamedDocument {
  readonly name: string;
  /** Managed policies have one. */
  readonly arn?: string | undefined;
  readonly text: string;
}

/** What speaks for a principal in its own account. */
export interface IdentityPolicies {
  /** Of the user and its groups, or of the role. */
  readonly identity: readonly NamedDocument[];
  readonly boundary?: NamedDocument | undefined;
}

/** Who a long-term access key belongs to; nobody where it is unknown or inactive. */
export function principalOf(world: AwsWorld, accessKeyId: string): Principal | undefined {
  const key = world.table(accessKeys).get(accessKeyId);
  return key && key.status === 'Active' ? principalOfKey(world, key) : undefined;
}

const principalOfKey = memoised((key: AccessKeyRecord, reader): Principal | undefined => {
  if (key.userArn === undefined) return rootPrincipal(key.account, key.accessKeyId);
  const user = reader.get(users, key.userArn);
  return user && userPrincipal(user, key.accessKeyId);
});

/** The account's root user. */
function rootPrincipal(account: string, accessKeyId: string): Principal {
  return { type: 'root', account, arn: rootOwner(account), userId: account, accessKeyId, tags: {} };
}

function userPrincipal(user: UserRecord, accessKeyId: string): Principal {
  return {
    type: 'user',
    account: user.account,
    arn: user.arn,
    userId: user.userId,
    userName: user.name,
    accessKeyId,
    tags: tagMap(user.tags),
  };
}

/** Whether a service acts by its own role: SCPs and RCPs do not reach it. fact: authorization 9 */
export function isServiceLinked({ roleArn }: Pick<Principal, 'roleArn'>): boolean {
  return roleArn?.includes(`:role${SERVICE_LINKED_PATH}`) ?? false;
}

const NONE: IdentityPolicies = { identity: [] };

/**
 * Identity policies and boundary of whoever makes a request. A session outlives its user or role without
 * permissions, and a namesake made later does not lend it any. fact: authorization 4 (unique ids)
 */
export function identityPoliciesOf(world: AwsWorld, principal: Principal): IdentityPolicies {
  switch (principal.type) {
    case 'user': {
      const user = world.table(users).get(principal.arn);
      return user && user.userId === principal.userId ? policiesOfUser(world, user) : NONE;
    }
    case 'federated': {
      // The user behind the session. assumed: one made anew under the name of a deleted one counts
      const user = world.table(users).get(principal.roleArn ?? '');
      return user ? policiesOfUser(world, user) : NONE;
    }
    case 'role-session': {
      const role = world.table(roles).get(principal.roleArn ?? '');
      return role && principal.userId.startsWith(role.roleId) ? policiesOfRole(world, role) : NONE;
    }
    default:
      return NONE;
  }
}

const policiesOfUser = memoised((user: UserRecord, reader): IdentityPolicies => {
  const identity = heldBy(user, reader);
  for (const arn of user.groups) {
    const group = reader.get(groups, arn);
    if (group) identity.push(...heldBy(group, reader));
  }
  return { identity, boundary: boundaryOf(user.boundary, reader) };
});

const policiesOfRole = memoised(
  (role: RoleRecord, reader): IdentityPolicies => ({
    identity: heldBy(role, reader),
    boundary: boundaryOf(role.boundary, reader),
  }),
);

function heldBy(holder: PolicyHolder, reader: Reader): NamedDocument[] {
  const inline = Object.entries(holder.inline).map(([name, text]): NamedDocument => ({ name, text }));
  return [...inline, ...holder.attached.flatMap((arn) => managed(arn, reader) ?? [])];
}

function boundaryOf(arn: string | undefined, reader: Reader): NamedDocument | undefined {
  return arn === undefined ? undefined : managed(arn, reader);
}

function managed(arn: string, reader: Reader): NamedDocument | undefined {
  const policy = awsManagedPolicies.get(arn) ?? reader.get(policies, arn);
  return policy && { name: policy.name, arn, text: defaultText(policy) };
}

/** The text of a managed policy's default version. */
export function managedPolicyText(world: AwsWorld, arn: string): string | undefined {
  const policy = findPolicy(world, arn);
  return policy && defaultText(policy);
}

export function findPolicy(world: AwsWorld, arn: string): ManagedPolicy | undefined {
  return awsManagedPolicies.get(arn) ?? world.table(policies).get(arn);
}

function defaultText(policy: ManagedPolicy): string {
  return versionOf(policy, policy.defaultVersion)?.document ?? '';
}
