import { accountOf } from '../matching/principal';
import { both, either, MAYBE, NO, not, type Tri, YES } from '../matching/tri';
import type { CompiledStatement } from './compile';
import type { LeafName, States } from './formula';
import type { OrderedLayer } from './layer-order';
import type { LayerName, NamedPolicy, PolicyRequest } from './request';
import { describeLayer, describeStatement } from './sentences';
import type { Decision } from './settle';
import { allowName, denyNames } from './states';
import type { LayerTrace, LayerVerdict, OtherAllowTrace, StatementTrace } from './trace';
import { traceElements } from './trace-statement';

/** A layer whose statements are compared but whose part in the outcome is not known yet. */
export type OpenLayer = {
  readonly layer: LayerName;
  /** One list of statements per level; layers without levels have one. No list at all: the layer does not apply. */
  readonly levels: readonly (readonly StatementTrace[])[];
  readonly hasLevels: boolean;
};

/** Compares every statement of a layer, also those that the decision does not need. */
export function traceLayer({ layer, levels, hasLevels }: OrderedLayer, request: PolicyRequest): OpenLayer {
  const statements = (levels ?? []).map((policies, level) =>
    policies.flatMap((named) =>
      named.policy.statements.map((statement) =>
        traceStatement(statement, named, layer, hasLevels ? level : undefined, request),
      ),
    ),
  );
  const isBeyond = layer === 'identity' && !hasIdentityPolicies(request) && statements.flat().length === 0;
  return { layer, levels: isBeyond ? [] : statements, hasLevels };
}

/** The root user needs none, services and strangers have none. */
function hasIdentityPolicies({ principal }: PolicyRequest): boolean {
  return accountOf(principal) !== undefined && principal.type !== 'root';
}

function traceStatement(
  statement: CompiledStatement,
  { name, arn, policy }: NamedPolicy,
  layer: LayerName,
  level: number | undefined,
  request: PolicyRequest,
): StatementTrace {
  const { source } = statement;
  const { matched, via, elements } = traceElements(statement, policy.document, request);
  const missing = elements.filter(({ result }) => result !== 'yes');
  return {
    layer,
    level,
    document: { name, arn },
    index: source.index,
    sid: source.sid,
    effect: source.effect,
    matched,
    via,
    elements,
    missing,
    explain: describeStatement(source.effect, matched, missing),
    deciding: false,
    range: source.range,
  };
}

function stateOf({ matched }: StatementTrace): Tri {
  return matched === 'yes' ? YES : matched === 'no' ? NO : MAYBE;
}

/** The leaf of the account rule that a statement feeds. */
function leafOf({ layer, effect, via }: StatementTrace): LeafName {
  if (effect === 'Deny') return denyNames[layer];
  return layer === 'resource' ? allowName(via ?? 'everyone') : layer;
}

/** Notes what a statement says. Of a layer with levels it is the levels together that say whether it allows. */
export function addStatement(states: States, statement: StatementTrace): void {
  const name = leafOf(statement);
  states[name] = either(states[name], stateOf(statement));
}

/** Whether a list of statements holds an Allow that matches. */
export function allowOf(statements: readonly StatementTrace[]): Tri {
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .map(stateOf)
    .reduce<Tri>(either, NO);
}

function denyOf(statements: readonly StatementTrace[]): Tri {
  return statements
    .filter(({ effect }) => effect === 'Deny')
    .map(stateOf)
    .reduce<Tri>(either, NO);
}

/** Marks what the outcome hangs on and puts the other allows behind the resource policy. */
export function finishLayers(
  open: readonly OpenLayer[],
  others: readonly OtherAllowTrace[],
  decision: Decision,
  deciding: ReadonlySet<LeafName>,
): LayerTrace[] {
  return open.flatMap((layer) => {
    const trace = finishLayer(layer, decision, deciding);
    return layer.layer === 'resource' ? [trace, finishOthers(others)] : [trace];
  });
}

function finishLayer(open: OpenLayer, decision: Decision, deciding: ReadonlySet<LeafName>): LayerTrace {
  const { layer, levels, hasLevels } = open;
  const counts = decision.verdict === 'depends' ? 'depends' : 'yes';
  const statements = levels.flatMap((level) => {
    const isOpen = allowOf(level) === MAYBE;
    return level.map((statement) => {
      const isPending = statement.effect === 'Deny' || layer === 'resource' || isOpen;
      const isDeciding =
        statement.matched === counts && deciding.has(leafOf(statement)) && (counts === 'yes' || isPending);
      return isDeciding ? { ...statement, deciding: true } : statement;
    });
  });
  const allow = levels.map(allowOf).reduce<Tri>(both, YES);
  const verdict = levels.length === 0 ? 'absent' : verdictOf(allow, denyOf(statements));
  return {
    layer,
    verdict,
    deciding: decision.reason === layer || statements.some((statement) => statement.deciding),
    explain: describeLayer(layer, verdict, statements),
    levels: hasLevels ? levels.map((level) => verdictOf(allowOf(level), denyOf(level))) : [],
    statements,
    others: [],
  };
}

function finishOthers(others: readonly OtherAllowTrace[]): LayerTrace {
  const matched = others.map((other) => other.matched);
  const verdict: LayerVerdict =
    others.length === 0
      ? 'absent'
      : matched.includes('yes')
        ? 'allow'
        : matched.includes('depends')
          ? 'depends'
          : 'implicitDeny';
  return {
    layer: 'other',
    verdict,
    deciding: others.some((other) => other.deciding),
    explain: describeLayer('other', verdict, []),
    levels: [],
    statements: [],
    others,
  };
}

function verdictOf(allow: Tri, deny: Tri): LayerVerdict {
  if (deny === YES) return 'explicitDeny';
  const outcome = both(allow, not(deny));
  return outcome === YES ? 'allow' : outcome === MAYBE ? 'depends' : 'implicitDeny';
}
