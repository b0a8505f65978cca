import type { ContextScalar } from './context';

/** Session and principal tags, merged by whoever made the session. */
type Tags = Readonly<Record<string, string>>;

type InAccount = {
  readonly account: string;
  /** The account's canonical user id, where a service uses such ids. */
  readonly canonicalUser?: string;
};

/**
 * Who makes the request. fact: authorization 1 (caller).
 * Unique ids: `userId` AIDA…, `roleId` AROA…; a policy that shows one matches by it. fact: authorization 4.
 */
export type Principal =
  | (InAccount & {
      readonly type: 'root';
      /** arn:aws:iam::A:root */
      readonly arn: string;
    })
  | (InAccount & {
      readonly type: 'user';
      readonly arn: string;
      readonly userId: string;
      readonly tags?: Tags;
    })
  | (InAccount & {
      readonly type: 'role-session';
      /** arn:aws:iam::A:role/path/R */
      readonly roleArn: string;
      /** arn:aws:sts::A:assumed-role/R/S */
      readonly sessionArn: string;
      readonly roleId: string;
      readonly sessionName: string;
      readonly tags?: Tags;
    })
  | (InAccount & {
      readonly type: 'federated';
      /** arn:aws:sts::A:federated-user/N */
      readonly arn: string;
      /** The IAM user whose credentials made the session. */
      readonly userArn: string;
      readonly userId: string;
      readonly tags?: Tags;
    })
  | { readonly type: 'service'; readonly service: string }
  /** A caller known only to an identity provider, as when it asks for a role session. */
  | { readonly type: 'identity-provider'; readonly provider: string }
  | { readonly type: 'anonymous' };

/** The account whose identity policies speak for the caller; services and strangers have none. */
export function accountOf(principal: Principal): string | undefined {
  return 'account' in principal ? principal.account : undefined;
}

/** The principal as messages name it. */
export function nameOf(principal: Principal): string {
  switch (principal.type) {
    case 'role-session':
      return principal.sessionArn;
    case 'service':
      return principal.service;
    case 'identity-provider':
      return principal.provider;
    case 'anonymous':
      return 'anonymous';
    default:
      return principal.arn;
  }
}

/**
 * The global condition keys that follow from the principal alone. fact: authorization 8: `aws:PrincipalArn` is the
 * role's ARN, not the session's. Keys that do not apply are left out, so they count as absent.
 */
export function principalKeys(principal: Principal): Record<string, ContextScalar> {
  if (principal.type === 'service') {
    return { 'aws:PrincipalIsAWSService': true, 'aws:PrincipalServiceName': principal.service };
  }
  if (principal.type === 'anonymous') {
    return {
      'aws:PrincipalIsAWSService': false,
      'aws:PrincipalType': 'Anonymous',
      'aws:userid': 'anonymous',
    };
  }
  if (principal.type === 'identity-provider') {
    return { 'aws:PrincipalIsAWSService': false, 'aws:FederatedProvider': principal.provider };
  }
  const keys: Record<string, ContextScalar> = {
    'aws:PrincipalIsAWSService': false,
    'aws:PrincipalAccount': principal.account,
    ...identityKeys(principal),
  };
  if (principal.type !== 'root') {
    for (const [name, value] of Object.entries(principal.tags ?? {}))
      keys[`aws:PrincipalTag/${name}`] = value;
  }
  return keys;
}

type Identity = Extract<Principal, InAccount>;

function identityKeys(principal: Identity): Record<string, ContextScalar> {
  switch (principal.type) {
    case 'root':
      return identity('Account', principal.arn, principal.account);
    case 'user': {
      const name = principal.arn.slice(principal.arn.lastIndexOf('/') + 1);
      return { ...identity('User', principal.arn, principal.userId), 'aws:username': name };
    }
    case 'role-session':
      return identity('AssumedRole', principal.roleArn, `${principal.roleId}:${principal.sessionName}`);
    case 'federated': {
      const name = principal.arn.slice(principal.arn.lastIndexOf('/') + 1);
      return identity('FederatedUser', principal.arn, `${principal.account}:${name}`);
    }
  }
}

function identity(type: string, arn: string, userid: string): Record<string, ContextScalar> {
  return { 'aws:PrincipalType': type, 'aws:PrincipalArn': arn, 'aws:userid': userid };
}
