import type { Effect, PrincipalElement, PrincipalEntry, PrincipalType } from '../document/document';
import { nameOf, type Principal } from './principal';
import { rememberLast } from './remember';

/**
 * How a statement reaches the caller. What a direct allow is capped by depends on it (fact: authorization 2.3):
 * `everyone` `self` (user, session, service or provider named itself) by nothing; `role` and `parent-user` by the
 * permissions boundary and the session policies; `account` is no permission but the right to delegate it.
 */
export type PrincipalWay = 'everyone' | 'self' | 'role' | 'parent-user' | 'account';

/** Undefined: the element does not reach the caller. */
export type PrincipalMatcher = (principal: Principal, isBounded?: boolean) => PrincipalWay | undefined;

/** The principals of one element, by what they are compared with. */
type Names = {
  readonly isEveryone: boolean;
  /** Account ids, ARNs and unique ids: none of them looks like another. */
  readonly aws: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  /** Who has no such id asks with undefined. */
  readonly canonicalUsers: ReadonlySet<string | undefined>;
};

/** The effect matters only for NotPrincipal. fact: authorization 4 */
export function compilePrincipal(element: PrincipalElement, effect: Effect): PrincipalMatcher {
  const names = collectNames(element.entries);
  if (element.name === 'NotPrincipal') {
    return (principal, isBounded) => matchOthers(names, principal, effect, isBounded);
  }
  const matchLast = rememberLast((principal: Principal) => matchNamed(names, principal));
  return (principal) => matchLast(principal);
}

/** One entry of the element against the caller, for an explanation. */
export function matchEntry(entry: PrincipalEntry, principal: Principal): PrincipalWay | undefined {
  return matchNamed(collectNames([entry]), principal);
}

function collectNames(entries: readonly PrincipalEntry[]): Names {
  const ofType = (type: PrincipalType) =>
    new Set(entries.filter((entry) => entry.type === type).map((entry) => entry.value));
  return {
    isEveryone: entries.some((entry) => entry.form === 'everyone'),
    aws: ofType('AWS'),
    services: ofType('Service'),
    providers: ofType('Federated'),
    canonicalUsers: ofType('CanonicalUser'),
  };
}

/** The most direct way comes first: it is the one that counts when a statement names the caller twice. */
function matchNamed(names: Names, principal: Principal): PrincipalWay | undefined {
  if (names.isEveryone) return 'everyone';
  if (listsSelf(names, principal)) return 'self';
  if (listsParent(names, principal)) return principal.type === 'role-session' ? 'role' : 'parent-user';
  return listsAccount(names, principal) ? 'account' : undefined;
}

/**
 * NotPrincipal. fact: authorization 4: a Deny spares a caller only when its session, its role and its account are
 * all listed. assumed: an Allow already leaves out a caller when one of them is listed. As AWS's guide to permissions
 * boundaries warns, a Deny spares no caller that has a boundary, whoever is listed.
 */
function matchOthers(
  names: Names,
  principal: Principal,
  effect: Effect,
  isBounded = false,
): PrincipalWay | undefined {
  if (isBounded && effect === 'Deny') return 'everyone';
  if (names.isEveryone) return undefined;
  const listed = [listsSelf(names, principal), listsParent(names, principal), listsAccount(names, principal)];
  const identities = listed.filter((isListed) => isListed !== undefined);
  const isSpared = effect === 'Deny' ? identities.every(Boolean) : identities.some(Boolean);
  return isSpared && identities.length > 0 ? undefined : 'everyone';
}

/** Whether the caller itself is listed; undefined for callers that are nothing but their account, or nobody. */
function listsSelf(names: Names, principal: Principal): boolean | undefined {
  switch (principal.type) {
    case 'user':
      return names.aws.has(principal.arn) || names.aws.has(principal.userId);
    case 'role-session':
      return names.aws.has(principal.sessionArn);
    case 'federated':
      return names.aws.has(principal.arn);
    case 'service':
      return names.services.has(principal.service);
    case 'identity-provider':
      return names.providers.has(principal.provider);
    default:
      return undefined;
  }
}

/** Whether the role of a session is listed, or the user behind a federated one; undefined for other callers. */
function listsParent(names: Names, principal: Principal): boolean | undefined {
  if (principal.type === 'role-session') {
    return names.aws.has(principal.roleArn) || names.aws.has(principal.roleId);
  }
  if (principal.type !== 'federated') return undefined;
  return names.aws.has(principal.userArn) || names.aws.has(principal.userId);
}

function listsAccount(names: Names, principal: Principal): boolean | undefined {
  if (!('account' in principal)) return undefined;
  const { account, canonicalUser } = principal;
  return names.aws.has(account) || names.canonicalUsers.has(canonicalUser);
}

/** "the role of", "the account of": how an explanation introduces the caller. */
export function describeWay(way: PrincipalWay, principal: Principal): string {
  const name = nameOf(principal);
  switch (way) {
    case 'everyone':
      return `The statement is for everyone, so also for \`${name}\`.`;
    case 'self':
      return `The statement names \`${name}\` itself.`;
    case 'role':
      return `The statement names the role of \`${name}\`.`;
    case 'parent-user':
      return `The statement names the user behind the federated session \`${name}\`.`;
    case 'account':
      return `The statement names the account of \`${name}\`.`;
  }
}
