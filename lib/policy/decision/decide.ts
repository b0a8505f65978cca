import { both, either, NO, type Tri, YES } from '../matching/tri';
import { accountRule } from './account-rules';
import { type CompiledPolicy, type CompiledStatement, statementsFor } from './compile';
import type { States } from './formula';
import { pendingKeys } from './pending-keys';
import { type Layers, type NamedPolicy, type PolicyRequest, requestFor } from './request';
import { type Decision, settle } from './settle';
import { addOtherAllow, allowName, denyNames, hasSessionCap, openStates } from './states';
import { testStatement } from './test-statement';

/**
 * Decides one request. fact: authorization 2. Allocates next to nothing; `explain` gives the same verdict with all
 * its reasons. Only a `depends` costs more: its keys have to be found.
 */
export function decide(request: PolicyRequest, layers: Layers): Decision {
  const states = openStates();
  const lowerAction = lowerCase(request.action);
  if (layers.scp) states.scp = testLevels(layers.scp, 'scp', request, lowerAction, states);
  if (layers.rcp) states.rcp = testLevels(layers.rcp, 'rcp', request, lowerAction, states);
  if (layers.endpoint) {
    states.endpoint = testPolicy(layers.endpoint.policy, 'endpoint', request, lowerAction, states);
  }
  if (layers.resourcePolicy) {
    const asked = requestFor(request, layers, 'resource');
    testResourcePolicy(layers.resourcePolicy.policy, asked, lowerAction, states);
  }
  for (const other of layers.otherAllows ?? []) addOtherAllow(states, other);
  states.identity = testPolicies(layers.identity, 'identity', request, lowerAction, states);
  if (layers.boundary) {
    states.boundary = testPolicy(layers.boundary.policy, 'boundary', request, lowerAction, states);
  }
  if (hasSessionCap(request, layers)) {
    states.session = testPolicies(layers.session ?? [], 'session', request, lowerAction, states);
  }
  const rule = accountRule(request.principal, request.resourceAccount, layers.accountDelegation);
  const decision = settle(rule, states);
  if (decision.verdict !== 'depends') return decision;
  return { ...decision, depends: pendingKeys(request, layers, rule, states) };
}

type CapLayer = 'scp' | 'rcp' | 'endpoint' | 'identity' | 'boundary' | 'session';

function testLevels(
  levels: readonly (readonly NamedPolicy[])[],
  layer: CapLayer,
  request: PolicyRequest,
  lowerAction: string,
  states: States,
): Tri {
  let result: Tri = YES;
  for (const level of levels) result = both(result, testPolicies(level, layer, request, lowerAction, states));
  return result;
}

function testPolicies(
  policies: readonly NamedPolicy[],
  layer: CapLayer,
  request: PolicyRequest,
  lowerAction: string,
  states: States,
): Tri {
  let result: Tri = NO;
  for (let i = 0; i < policies.length; i++) {
    const { policy } = policies[i] as NamedPolicy;
    result = either(result, testPolicy(policy, layer, request, lowerAction, states));
  }
  return result;
}

/** Whether an Allow of the document matches; a Deny that matches is noted in the states. */
function testPolicy(
  policy: CompiledPolicy,
  layer: CapLayer,
  request: PolicyRequest,
  lowerAction: string,
  states: States,
): Tri {
  let result: Tri = NO;
  const statements = statementsFor(policy, lowerAction);
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i] as CompiledStatement;
    if (!statement.isDeny && result === YES) continue;
    if (statement.principal && !statement.principal(request.principal)) continue;
    const matched = testStatement(statement, request);
    if (statement.isDeny) states[denyNames[layer]] = either(states[denyNames[layer]], matched);
    else result = either(result, matched);
  }
  return result;
}

function testResourcePolicy(
  policy: CompiledPolicy,
  request: PolicyRequest,
  lowerAction: string,
  states: States,
): void {
  const statements = statementsFor(policy, lowerAction);
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i] as CompiledStatement;
    const way = statement.principal ? statement.principal(request.principal, request.isBounded) : 'everyone';
    if (!way) continue;
    if (statement.isDeny)
      states.denyResource = either(states.denyResource, testStatement(statement, request));
    else addAllow(states, allowName(way), statement, request);
  }
}

function addAllow(
  states: States,
  name: ReturnType<typeof allowName>,
  statement: CompiledStatement,
  request: PolicyRequest,
): void {
  if (name === 'direct') {
    if (states.direct !== YES) states.direct = either(states.direct, testStatement(statement, request));
  } else if (name === 'role') {
    if (states.role !== YES) states.role = either(states.role, testStatement(statement, request));
  } else if (states.delegated !== YES) {
    states.delegated = either(states.delegated, testStatement(statement, request));
  }
}

/** Callers write actions in few spellings, so the lower-case forms are kept. */
const lowered = new Map<string, string>();
const MAX_SPELLINGS = 5000;

function lowerCase(action: string): string {
  const earlier = lowered.get(action);
  if (earlier !== undefined) return earlier;
  if (lowered.size >= MAX_SPELLINGS) lowered.clear();
  const lower = action.toLowerCase();
  lowered.set(action, lower);
  return lower;
}
