import { MAYBE, YES } from '../matching/tri';
import type { AccountRule } from './account-rules';
import { type AllowPath, evaluate, findBlame, findPath, type Leaf, type States } from './formula';
import type { LayerName } from './request';

export type Verdict = 'allow' | 'explicitDeny' | 'implicitDeny' | 'depends';

/**
 * Allowed: by which way. Refused explicitly: by which layer's Deny. Refused implicitly: which layer has no Allow
 * that would be needed (`resource` also stands for other allows that could have taken its place).
 */
export type Reason = AllowPath | `explicit:${LayerName}` | LayerName | 'depends';

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

/** Decisions are few and frozen, so the fast path hands out the same ones again. */
type Known = {
  readonly refusals: Map<Leaf, Decision>;
  readonly allows: Map<AllowPath | undefined, Decision>;
};
const known = new WeakMap<AccountRule, Known>();

/** The verdict over the states of all layers. A `depends` still lacks its keys. */
export function settle(rule: AccountRule, states: States): Decision {
  const outcome = evaluate(rule.formula, states);
  if (outcome === MAYBE) {
    return { verdict: 'depends', reason: 'depends', isCrossAccount: rule.isCrossAccount, depends: NO_KEYS };
  }
  const decisions = known.get(rule) ?? { refusals: new Map(), allows: new Map() };
  known.set(rule, decisions);
  if (outcome === YES) {
    const path = rule.path ?? findPath(rule.formula, states);
    return remember(decisions.allows, path, () => allowed(rule, path));
  }
  const blame = findBlame(rule.formula, states);
  return remember(decisions.refusals, blame, () => refused(rule, blame));
}

function remember<Key>(map: Map<Key, Decision>, key: Key, make: () => Decision): Decision {
  const earlier = map.get(key);
  if (earlier) return earlier;
  const decision = Object.freeze(make());
  map.set(key, decision);
  return decision;
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
