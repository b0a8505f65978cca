import { NO, YES } from '../matching/tri';
import type { AccountRule } from './account-rules';
import { type AllowPath, evaluate, findBlame, findPath, type Leaf, type States } from './formula';
import type { LayerName } from './request';

/** `implicitDeny`: nobody denies, but an allow that is needed is missing. */
export type Verdict = 'allow' | 'explicitDeny' | 'implicitDeny' | 'depends';

/**
 * Allowed: by which way. Refused explicitly: by which layer's Deny. Refused implicitly: which layer has no Allow
 * that would be needed (`resource` also stands for other allows that could have taken its place).
 */
type Reason = AllowPath | `explicit:${LayerName}` | LayerName | 'depends';

/** The outcome without its trace; `explain` gives the same with it. */
export type Decision = {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly isCrossAccount: boolean;
  /** Between two accounts: on whose side a refusal lies. */
  readonly side?: 'owner' | 'caller';
  /** The context keys that would settle `depends`; empty otherwise. */
  readonly depends: readonly string[];
};

const NO_KEYS: readonly string[] = Object.freeze([]);

/** Decisions are frozen and follow from the states alone, so each combination is worked out once. */
const known = new WeakMap<AccountRule, Map<number, Decision>>();
const MAX_COMBINATIONS = 10_000;

/** The verdict over the states of all layers. A `depends` still lacks its keys. */
export function settle(rule: AccountRule, states: States): Decision {
  const decisions = known.get(rule) ?? new Map<number, Decision>();
  known.set(rule, decisions);
  const key = packStates(states);
  const earlier = decisions.get(key);
  if (earlier) return earlier;
  const decision = Object.freeze(workOut(rule, states));
  if (decisions.size >= MAX_COMBINATIONS) decisions.clear();
  decisions.set(key, decision);
  return decision;
}

function workOut(rule: AccountRule, states: States): Decision {
  const outcome = evaluate(rule.formula, states);
  if (outcome === YES) return allowed(rule, rule.path ?? findPath(rule.formula, states));
  if (outcome === NO) return refused(rule, findBlame(rule.formula, states));
  return { verdict: 'depends', reason: 'depends', isCrossAccount: rule.isCrossAccount, depends: NO_KEYS };
}

/** One number per combination of states: two bits for each, in two halves because bit operations end at 32 bits. */
function packStates(s: States): number {
  const denies =
    s.denyScp |
    (s.denyRcp << 2) |
    (s.denyEndpoint << 4) |
    (s.denyResource << 6) |
    (s.denyIdentity << 8) |
    (s.denyBoundary << 10) |
    (s.denySession << 12) |
    (s.rcp << 14) |
    (s.scp << 16) |
    (s.endpoint << 18);
  const allows =
    s.direct |
    (s.role << 2) |
    (s.delegated << 4) |
    (s.otherOwner << 6) |
    (s.otherOwnerCapped << 8) |
    (s.otherBoth << 10) |
    (s.otherBothCapped << 12) |
    (s.identity << 14) |
    (s.boundary << 16) |
    (s.session << 18);
  return allows * 2 ** 20 + denies;
}

function allowed({ isCrossAccount }: AccountRule, path: AllowPath | undefined): Decision {
  return { verdict: 'allow', reason: path ?? 'direct', isCrossAccount, depends: NO_KEYS };
}

function refused({ isCrossAccount }: AccountRule, { layer, isDeny }: Leaf): Decision {
  const side = layer === 'rcp' || layer === 'resource' ? 'owner' : 'caller';
  return {
    verdict: isDeny ? 'explicitDeny' : 'implicitDeny',
    reason: isDeny ? `explicit:${layer}` : layer,
    isCrossAccount,
    side: isCrossAccount ? side : undefined,
    depends: NO_KEYS,
  };
}
