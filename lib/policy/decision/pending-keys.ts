import { mergeKeys } from '../matching/context';
import { either, MAYBE, NO, type Tri } from '../matching/tri';
import type { AccountRule } from './account-rules';
import { type CompiledStatement, statementsFor } from './compile';
import { decidingLeaves, type LeafName, type States } from './formula';
import { layersInOrder, type OrderedLayer } from './layer-order';
import { type LayerName, type Layers, type NamedPolicy, type PolicyRequest, requestFor } from './request';
import { allowName, denyNames, feedsAny } from './states';
import { testStatement, unknownKeysOf } from './test-statement';

/**
 * The context keys that would settle a decision that depends: those of the statements and other allows on which the
 * open leaves of the rule hang. The explanation finds the same, with everything else.
 */
export function pendingKeys(
  request: PolicyRequest,
  layers: Layers,
  rule: AccountRule,
  states: States,
): readonly string[] {
  const open = new Set(decidingLeaves(rule.formula, states, MAYBE).map(({ name }) => name));
  const lowerAction = request.action.toLowerCase();
  const ofStatements = layersInOrder(request, layers).flatMap((layer) =>
    keysOfLayer(layer, requestFor(request, layers, layer.layer), lowerAction, open),
  );
  const ofOthers = (layers.otherAllows ?? []).map((other) =>
    other.matched === 'depends' && feedsAny(other, open) ? other.depends : undefined,
  );
  return mergeKeys([...ofStatements, ...ofOthers]);
}

function keysOfLayer(
  { layer, levels }: OrderedLayer,
  request: PolicyRequest,
  lowerAction: string,
  open: ReadonlySet<LeafName>,
): (readonly string[])[] {
  return (levels ?? []).flatMap((policies) => keysOfLevel(layer, policies, request, lowerAction, open));
}

/** An Allow of a level that allows anyway settles nothing. */
function keysOfLevel(
  layer: LayerName,
  policies: readonly NamedPolicy[],
  request: PolicyRequest,
  lowerAction: string,
  open: ReadonlySet<LeafName>,
): (readonly string[])[] {
  const tested = policies.flatMap(({ policy }) =>
    statementsFor(policy, lowerAction).map((statement) => ({
      ...testOne(layer, statement, request),
      version: policy.document.version,
    })),
  );
  const allow = tested.reduce<Tri>((sum, { isDeny, result }) => (isDeny ? sum : either(sum, result)), NO);
  return tested
    .filter(({ leaf, isDeny, result }) => {
      const isPending = isDeny || layer === 'resource' || allow === MAYBE;
      return result === MAYBE && open.has(leaf) && isPending;
    })
    .map(({ statement, version }) => unknownKeysOf(statement, version, request));
}

function testOne(layer: LayerName, statement: CompiledStatement, request: PolicyRequest) {
  const { isDeny } = statement;
  const way = statement.principal ? statement.principal(request.principal, request.isBounded) : 'everyone';
  const allowLeaf = layer === 'resource' ? allowName(way ?? 'everyone') : layer;
  const leaf: LeafName = isDeny ? denyNames[layer] : allowLeaf;
  return { statement, isDeny, leaf, result: way ? testStatement(statement, request) : NO };
}
