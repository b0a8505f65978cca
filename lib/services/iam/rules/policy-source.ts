import { type AwsWorld, parseArn, type Refusal } from '../../../aws';
import { policyPrincipal } from '../../../pipeline';
import type { Principal } from '../../../policy';
import { identityPoliciesOf, type NamedDocument } from '../identity';
import { groups } from '../records/group';
import { roles } from '../records/role';
import { tagMap } from '../records/tag';
import { users } from '../records/user';
import { noSuchEntity } from './errors';
import type { Simulated } from './simulated-requests';
import { storedPolicies } from './simulation';

/** The policies of a user with its groups, a group or a role, with who acts under them. refuses: NoSuchEntity */
export function policySourceOf(
  world: AwsWorld,
  arn: string,
): (Simulated & { readonly documents: readonly NamedDocument[] }) | Refusal {
  const user = world.table(users).get(arn);
  if (user) {
    const { account, userId, name: userName, tags } = user;
    const principal = {
      type: 'user',
      account,
      arn,
      userId,
      userName,
      accessKeyId: '',
      tags: tagMap(tags),
    } as const;
    const { identity, boundary } = identityPoliciesOf(world, principal);
    return { documents: identity, ...simulatedBy(policyPrincipal(principal), identity, boundary) };
  }
  const role = world.table(roles).get(arn);
  if (role) {
    const { account, roleId, name, tags } = role;
    const principal = {
      type: 'role-session',
      account,
      arn: `arn:aws:sts::${account}:assumed-role/${name}/simulated`,
      roleArn: arn,
      userId: `${roleId}:simulated`,
      accessKeyId: '',
      tags: tagMap(tags),
    } as const;
    const { identity, boundary } = identityPoliciesOf(world, principal);
    return { documents: identity, ...simulatedBy(policyPrincipal(principal), identity, boundary) };
  }
  const group = world.table(groups).get(arn);
  if (!group) return noSuchEntity(`The ${kindOf(arn)} with ARN ${arn} cannot be found.`);
  const documents = Object.entries(group.inline).map(([name, text]): NamedDocument => ({ name, text }));
  return { documents, ...simulatedBy(nobodyOf(group.account), documents) };
}

function simulatedBy(
  principal: Principal,
  identity: readonly NamedDocument[],
  boundary?: NamedDocument,
): Simulated {
  return {
    principal,
    identity: storedPolicies(identity),
    boundary: boundary && storedPolicies([boundary])[0],
  };
}

/** Whoever acts under policies that belong to no user. */
export function nobodyOf(account: string): Principal {
  return { type: 'user', account, arn: `arn:aws:iam::${account}:user/simulated`, userId: 'AIDASIMULATED' };
}

function kindOf(arn: string): string {
  return parseArn(arn)?.resource.split('/')[0] ?? 'entity';
}
