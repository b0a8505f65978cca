import type { Effect, PrincipalElement, PrincipalEntry } from '../document/document';
import { nameOf, type Principal } from './principal';
import { rememberLast } from './remember';

/**
 * How a statement reaches the caller. What a direct allow is capped by depends on it (fact: authorization 2.3):
 * `everyone` `self` (user, session, service or provider named itself) by nothing; `role` and `parent-user` by the
 * permissions boundary and the session policies; `account` is no permission but the right to delegate it.
 */
export type PrincipalWay = 'everyone' | 'self' | 'role' | 'parent-user' | 'account';

export type PrincipalMatcher = (principal: Principal) => PrincipalWay | undefined;

/** The most direct way comes first: it is the one that counts when a statement names the caller twice. */
const MOST_DIRECT_FIRST: readonly PrincipalWay[] = ['everyone', 'self', 'role', 'parent-user', 'account'];

export function compilePrincipal(element: PrincipalElement, effect: Effect): PrincipalMatcher {
  const names = new Set(element.entries.map(entryKey));
  if (element.name === 'NotPrincipal') return (principal) => matchOthers(names, principal, effect);
  if (names.has(EVERYONE)) return () => 'everyone';
  return rememberLast((principal: Principal) => matchNamed(names, principal));
}

/** One entry of the element against the caller, for an explanation. */
export function matchEntry(entry: PrincipalEntry, principal: Principal): PrincipalWay | undefined {
  return matchNamed(new Set([entryKey(entry)]), principal);
}

const EVERYONE = 'everyone *';

function entryKey(entry: PrincipalEntry): string {
  return `${entry.form} ${entry.value}`;
}

function matchNamed(names: ReadonlySet<string>, principal: Principal): PrincipalWay | undefined {
  if (names.has(EVERYONE)) return 'everyone';
  const ways = identitiesOf(principal);
  for (let i = 0; i < ways.length; i++) {
    const { way, keys } = ways[i] as Identities;
    if (keys.some((key) => names.has(key))) return way;
  }
  return undefined;
}

/**
 * NotPrincipal. fact: authorization 4: a Deny spares a caller only when its session, its role and its account are
 * all listed. assumed: an Allow already leaves out a caller when one of them is listed.
 */
function matchOthers(
  names: ReadonlySet<string>,
  principal: Principal,
  effect: Effect,
): PrincipalWay | undefined {
  if (names.has(EVERYONE)) return undefined;
  const isListed = ({ keys }: Identities): boolean => keys.some((key) => names.has(key));
  const identities = identitiesOf(principal);
  const isSpared = effect === 'Deny' ? identities.every(isListed) : identities.some(isListed);
  return isSpared && identities.length > 0 ? undefined : 'everyone';
}

/** One identity of the caller and the entries that name it. */
type Identities = { readonly way: PrincipalWay; readonly keys: readonly string[] };

/** The records of principals are frozen and live long, so what names them is worked out once. */
const known = new WeakMap<Principal, readonly Identities[]>();

function identitiesOf(principal: Principal): readonly Identities[] {
  const earlier = known.get(principal);
  if (earlier) return earlier;
  const identities = listIdentities(principal).toSorted(
    (a, b) => MOST_DIRECT_FIRST.indexOf(a.way) - MOST_DIRECT_FIRST.indexOf(b.way),
  );
  known.set(principal, identities);
  return identities;
}

function listIdentities(principal: Principal): Identities[] {
  switch (principal.type) {
    case 'anonymous':
      return [];
    case 'service':
      return [{ way: 'self', keys: [`service ${principal.service}`] }];
    case 'identity-provider':
      return [{ way: 'self', keys: [`identity-provider ${principal.provider}`] }];
    case 'root':
      return [accountIdentity(principal)];
    case 'user':
      return [
        { way: 'self', keys: [`user ${principal.arn}`, `unique-id ${principal.userId}`] },
        accountIdentity(principal),
      ];
    case 'role-session':
      return [
        { way: 'self', keys: [`role-session ${principal.sessionArn}`] },
        { way: 'role', keys: [`role ${principal.roleArn}`, `unique-id ${principal.roleId}`] },
        accountIdentity(principal),
      ];
    case 'federated':
      return [
        { way: 'self', keys: [`federated-user ${principal.arn}`] },
        { way: 'parent-user', keys: [`user ${principal.userArn}`, `unique-id ${principal.userId}`] },
        accountIdentity(principal),
      ];
  }
}

function accountIdentity({
  account,
  canonicalUser,
}: {
  account: string;
  canonicalUser?: string;
}): Identities {
  const keys = [`account ${account}`];
  return { way: 'account', keys: canonicalUser ? [...keys, `canonical-user ${canonicalUser}`] : keys };
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
