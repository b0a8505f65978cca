import { mergeKeys } from '../matching/context';
import { both, type Tri, YES } from '../matching/tri';
import { type AccountRule, accountRule } from './account-rules';
import {
  type AllowPath,
  decidingLeaves,
  evaluate,
  type Formula,
  type LeafName,
  openEnds,
  type States,
} from './formula';
import { layersInOrder } from './layer-order';
import { type Layers, type OtherAllow, type PolicyRequest, requestFor } from './request';
import { describeDecision } from './sentences';
import { type Decision, settle } from './settle';
import { addOtherAllow, feedsAny, openStates } from './states';
import type { Explanation, OtherAllowTrace, StatementTrace, Want } from './trace';
import { addStatement, allowOf, finishLayers, type OpenLayer, traceLayer } from './trace-layers';

/** The same verdict as `decide`, with every layer, statement and element that was considered. */
export function explain(request: PolicyRequest, layers: Layers): Explanation {
  const open = layersInOrder(request, layers).map((layer) =>
    traceLayer(layer, requestFor(request, layers, layer.layer)),
  );
  const states = gatherStates(open, layers.otherAllows ?? []);
  const rule = accountRule(request.principal, request.resourceAccount, layers.accountDelegation);
  const decision = settle(rule, states);
  const deciding = decidingNames(rule, states, decision);
  const others = (layers.otherAllows ?? []).map((other) => traceOther(other, deciding, decision));
  const traces = finishLayers(open, others, decision, deciding);
  const depends =
    decision.verdict === 'depends'
      ? mergeKeys([
          ...traces.flatMap(({ statements }) => statements.flatMap(statementKeys)),
          ...others.map(otherKeys),
        ])
      : decision.depends;
  const settled = { ...decision, depends };
  return {
    ...settled,
    layers: traces,
    paths: pathsOf(rule, states, decision),
    wants: wantsOf(rule, states),
    explain: describeDecision(settled, request, traces),
  };
}

function gatherStates(open: readonly OpenLayer[], others: readonly OtherAllow[]): States {
  const states = openStates();
  for (const { layer, levels } of open) {
    for (const level of levels) for (const statement of level) addStatement(states, statement);
    if (layer === 'resource' || levels.length === 0) continue;
    states[layer] = levels.map(allowOf).reduce<Tri>(both, YES);
  }
  for (const other of others) addOtherAllow(states, other);
  return states;
}

/** The leaves whose statements the outcome hangs on; for an explicit deny only the denying ones. */
function decidingNames(
  { formula }: AccountRule,
  states: States,
  { verdict }: Decision,
): ReadonlySet<LeafName> {
  if (verdict === 'implicitDeny') return new Set();
  const leaves = decidingLeaves(formula, states, evaluate(formula, states));
  const counted = verdict === 'explicitDeny' ? leaves.filter(({ isDeny }) => isDeny) : leaves;
  return new Set(counted.map(({ name }) => name));
}

function statementKeys(statement: StatementTrace): (readonly string[])[] {
  return statement.deciding ? statement.missing.map(({ depends }) => depends) : [];
}

function otherKeys({ deciding, depends }: OtherAllowTrace): readonly string[] {
  return deciding ? depends : [];
}

function traceOther(
  other: OtherAllow,
  deciding: ReadonlySet<LeafName>,
  { verdict }: Decision,
): OtherAllowTrace {
  const { id, label, side, matched } = other;
  return {
    id,
    label,
    side,
    matched: matched === true ? 'yes' : matched === false ? 'no' : 'depends',
    explain: other.explain(),
    depends: other.depends ?? [],
    deciding: feedsAny(other, deciding) && matched === (verdict === 'depends' ? 'depends' : true),
  };
}

function wantsOf({ formula }: AccountRule, states: States): Want[] {
  const wants = openEnds(formula, states).map(({ name, layer, isDeny }) => ({ name, layer, isDeny }));
  return wants.filter(({ name }, i) => wants.findIndex((other) => other.name === name) === i);
}

function pathsOf(rule: AccountRule, states: States, { verdict }: Decision): AllowPath[] {
  if (verdict !== 'allow') return [];
  const paths = rule.path ? [rule.path] : listPaths(rule.formula, states);
  return [...new Set(paths)];
}

function listPaths(formula: Formula, states: States): AllowPath[] {
  if (formula.kind === 'leaf' || evaluate(formula, states) !== YES) return [];
  if (formula.kind === 'all' && formula.path) return [formula.path];
  return formula.of.flatMap((part) => listPaths(part, states));
}
