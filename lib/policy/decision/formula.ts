import { both, either, NO, type Tri, YES } from '../matching/tri';
import type { LayerName } from './request';

/** What each layer says about one request. `deny…` is whether a Deny of that layer matches. */
export type States = {
  denyScp: Tri;
  denyRcp: Tri;
  denyEndpoint: Tri;
  denyResource: Tri;
  denyIdentity: Tri;
  denyBoundary: Tri;
  denySession: Tri;
  rcp: Tri;
  scp: Tri;
  endpoint: Tri;
  /** The resource policy allows everyone, or the caller itself. */
  direct: Tri;
  /** The resource policy allows the caller's role, or the user behind a federated session. */
  role: Tri;
  /** The resource policy allows the caller's account. */
  delegated: Tri;
  otherOwner: Tri;
  otherOwnerCapped: Tri;
  otherBoth: Tri;
  otherBothCapped: Tri;
  identity: Tri;
  boundary: Tri;
  session: Tri;
};

export type LeafName = keyof States;

/** How a request came to be allowed. `root`: the account's root user. fact: authorization 2.1, 2.2. */
export type AllowPath = 'direct' | 'role' | 'delegation' | 'identity-only' | 'other-allow' | 'root';

/** One question to the states, and the layer that answers for it. */
export type Leaf = {
  readonly kind: 'leaf';
  readonly name: LeafName;
  readonly layer: LayerName;
  readonly isDeny: boolean;
  /** Whether the leaf is in favour: for a deny leaf, that no Deny matches. */
  readonly read: (states: States) => Tri;
};

/** A rule of authorization as data, so that deciding, blaming and explaining all read the same rule. */
export type Formula =
  | Leaf
  | { readonly kind: 'all'; readonly path?: AllowPath; readonly of: readonly Formula[] }
  | { readonly kind: 'any'; readonly of: readonly Formula[] };

export function leaf(name: LeafName, layer: LayerName, read: (states: States) => Tri, isDeny = false): Leaf {
  return { kind: 'leaf', name, layer, isDeny, read };
}

export function all(of: readonly Formula[], path?: AllowPath): Formula {
  return { kind: 'all', path, of };
}

export function any(of: readonly Formula[]): Formula {
  return { kind: 'any', of };
}

/** Stops at the first part that settles it. */
export function evaluate(formula: Formula, states: States): Tri {
  if (formula.kind === 'leaf') return formula.read(states);
  const { of } = formula;
  if (formula.kind === 'all') {
    let result: Tri = YES;
    for (let i = 0; i < of.length && result !== NO; i++)
      result = both(result, evaluate(of[i] as Formula, states));
    return result;
  }
  let result: Tri = NO;
  for (let i = 0; i < of.length && result !== YES; i++)
    result = either(result, evaluate(of[i] as Formula, states));
  return result;
}

/**
 * The leaf to blame for a formula that is NO. Of several ways that all fail, the one that came furthest: a caller
 * to whom everything was delegated lacks the identity policy, not the resource policy.
 */
export function findBlame(formula: Formula, states: States): Leaf {
  return findFailure(formula, states).leaf;
}

type Failure = { readonly leaf: Leaf; readonly progress: number };

function findFailure(formula: Formula, states: States): Failure {
  if (formula.kind === 'leaf') return { leaf: formula, progress: 0 };
  if (formula.kind === 'all') {
    const at = formula.of.findIndex((part) => evaluate(part, states) === NO);
    const failure = findFailure(formula.of[at] as Formula, states);
    return { leaf: failure.leaf, progress: failure.progress + at };
  }
  let furthest: Failure | undefined;
  for (const part of formula.of) {
    const failure = findFailure(part, states);
    if (!furthest || failure.progress > furthest.progress) furthest = failure;
  }
  return furthest as Failure;
}

/** The first way, in the order of the formula, that makes an allowed request allowed. */
export function findPath(formula: Formula, states: States): AllowPath | undefined {
  if (formula.kind === 'leaf' || evaluate(formula, states) !== YES) return undefined;
  if (formula.kind === 'all' && formula.path) return formula.path;
  for (const part of formula.of) {
    const path = findPath(part, states);
    if (path) return path;
  }
  return undefined;
}

/** The leaves that made the formula what it is: to change the outcome one must change some of them. */
export function decidingLeaves(formula: Formula, states: States, outcome: Tri): Leaf[] {
  if (evaluate(formula, states) !== outcome) return [];
  if (formula.kind === 'leaf') return [formula];
  return formula.of.flatMap((part) => decidingLeaves(part, states, outcome));
}

/**
 * The leaves of which one has to change next before the formula can hold: of parts that must all hold the first that
 * does not, of several ways the next step of each.
 */
export function openEnds(formula: Formula, states: States): Leaf[] {
  if (evaluate(formula, states) === YES) return [];
  if (formula.kind === 'leaf') return [formula];
  if (formula.kind === 'any') return formula.of.flatMap((part) => openEnds(part, states));
  const next = formula.of.find((part) => evaluate(part, states) !== YES);
  return next ? openEnds(next, states) : [];
}
