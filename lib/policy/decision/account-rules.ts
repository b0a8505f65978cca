import { accountOf, type Principal } from '../matching/principal';
import { not } from '../matching/tri';
import { type AllowPath, all, any, type Formula, leaf } from './formula';
import type { Layers } from './request';

const boundary = leaf('boundary', 'boundary', (states) => states.boundary);
const session = leaf('session', 'session', (states) => states.session);
const identity = leaf('identity', 'identity', (states) => states.identity);
const direct = leaf('direct', 'resource', (states) => states.direct);
const role = leaf('role', 'resource', (states) => states.role);
const delegated = leaf('delegated', 'resource', (states) => states.delegated);
const otherOwner = leaf('otherOwner', 'resource', (states) => states.otherOwner);
const otherOwnerCapped = leaf('otherOwnerCapped', 'resource', (states) => states.otherOwnerCapped);
const otherBoth = leaf('otherBoth', 'identity', (states) => states.otherBoth);
const otherBothCapped = leaf('otherBothCapped', 'identity', (states) => states.otherBothCapped);

/**
 * fact: authorization 2, steps 1 to 4: an explicit deny anywhere wins; then the guardrails must allow. When several
 * layers deny, the first of this order is named.
 */
const guardrails: readonly Formula[] = [
  leaf('denyScp', 'scp', (states) => not(states.denyScp), true),
  leaf('denyRcp', 'rcp', (states) => not(states.denyRcp), true),
  leaf('denyEndpoint', 'endpoint', (states) => not(states.denyEndpoint), true),
  leaf('denyResource', 'resource', (states) => not(states.denyResource), true),
  leaf('denyIdentity', 'identity', (states) => not(states.denyIdentity), true),
  leaf('denyBoundary', 'boundary', (states) => not(states.denyBoundary), true),
  leaf('denySession', 'session', (states) => not(states.denySession), true),
  leaf('rcp', 'rcp', (states) => states.rcp),
  leaf('scp', 'scp', (states) => states.scp),
  leaf('endpoint', 'endpoint', (states) => states.endpoint),
];

/** fact: authorization 2.3: what caps which way of being allowed. */
const directly = all([direct], 'direct');
const asRole = all([role, boundary, session], 'role');
const byDelegation = all([delegated, identity, boundary, session], 'delegation');
const byIdentity = all([identity, boundary, session], 'identity-only');
const byOther = all([otherOwner], 'other-allow');
const byCappedOther = all([otherOwnerCapped, boundary, session], 'other-allow');
const rootByDelegation = all([delegated], 'root');

/** One rule of account relations: who may be allowed, how, and who is to blame otherwise. */
export type AccountRule = {
  readonly formula: Formula;
  readonly isCrossAccount: boolean;
  /** The way that needs no statement at all. */
  readonly path?: AllowPath;
};

/** fact: authorization 2.2, for resources whose policy must delegate. */
const sameRequired: AccountRule = {
  formula: all([...guardrails, any([directly, asRole, byDelegation, byOther, byCappedOther])]),
  isCrossAccount: false,
};

/** fact: authorization 2.1 (last sentence): elsewhere an identity policy is enough. */
const sameImplied: AccountRule = {
  formula: all([...guardrails, any([byIdentity, directly, asRole, byOther, byCappedOther])]),
  isCrossAccount: false,
};

/** fact: authorization 2.1 B, 2.2 last row: the root user needs the delegation, nothing else. */
const rootRequired: AccountRule = {
  formula: all([...guardrails, any([directly, rootByDelegation, byOther, byCappedOther])]),
  isCrossAccount: false,
};

const rootImplied: AccountRule = { formula: all(guardrails), isCrossAccount: false, path: 'root' };

/** The owner's side of a call from another account: which of the ways does not matter, nothing there is capped. */
const ownerSide = any([
  directly,
  all([role], 'role'),
  all([delegated], 'delegation'),
  byOther,
  all([otherOwnerCapped], 'other-allow'),
]);

/** fact: authorization 2.4: both sides must allow, even when the resource policy names the caller. */
const cross: AccountRule = {
  formula: all([
    ...guardrails,
    ownerSide,
    any([all([identity, boundary, session]), otherBoth, all([otherBothCapped, boundary, session])]),
  ]),
  isCrossAccount: true,
};

/** The root user may do everything in its own account, so its side always allows. */
const rootCross: AccountRule = { formula: all([...guardrails, ownerSide]), isCrossAccount: true };

/** Services, identity providers and strangers have no account of their own: the owner's side decides alone. */
const withoutAccount: AccountRule = {
  formula: all([...guardrails, any([directly, byOther])]),
  isCrossAccount: false,
};

/** The rule for this caller and this owner. A request without an owner is one of the caller's own account. */
export function accountRule(
  principal: Principal,
  resourceAccount: string | undefined,
  delegation: Layers['accountDelegation'],
): AccountRule {
  const account = accountOf(principal);
  if (account === undefined) return withoutAccount;
  const isRoot = principal.type === 'root';
  if (resourceAccount !== undefined && resourceAccount !== account) return isRoot ? rootCross : cross;
  if (delegation === 'required') return isRoot ? rootRequired : sameRequired;
  return isRoot ? rootImplied : sameImplied;
}
