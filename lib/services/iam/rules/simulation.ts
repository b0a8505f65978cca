import { isRefusal, type Refusal } from '../../../aws';
import {
  type CompiledPolicy,
  compileAction,
  compilePolicyText,
  createContext,
  documentRules,
  type Explanation,
  explain,
  type LayerName,
  type Layers,
  type LayerTrace,
  type NamedPolicy,
  type PolicyDocument,
  type PolicyKind,
  type Principal,
  principalKeys,
  type StatementTrace,
} from '../../../policy';
import type { NamedDocument } from '../identity';
import { invalidInput } from './errors';

/** What a simulation is given: documents, and what the requests would carry. */
export interface Simulation {
  readonly principal: Principal;
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy | undefined;
  readonly resourcePolicy?: NamedPolicy | undefined;
  readonly resourceOwner: string;
  /** Levels of SCPs; undefined outside organizations. */
  readonly scp?: readonly (readonly NamedPolicy[])[] | undefined;
  readonly given: Readonly<Record<string, readonly string[]>>;
}

/** One action on one resource, as the simulator answers it. */
export interface SimulatedRequest {
  readonly action: string;
  readonly resource: string;
}

/** refuses: InvalidInput (a document that cannot be read) */
export function readPolicies(
  texts: readonly string[],
  name: string,
  kind: PolicyKind,
): readonly NamedPolicy[] | Refusal {
  const policies: NamedPolicy[] = [];
  for (const [i, text] of texts.entries()) {
    const compiled = compilePolicyText(text, kind, documentRules[kind]);
    if (!compiled.ok) {
      return invalidInput(`Invalid Input ${name}.${i + 1}: ${compiled.problems[0]?.message ?? ''}`);
    }
    policies.push({ name: `${name}.${i + 1}`, policy: compiled.policy });
  }
  return policies;
}

/** Policies that were checked when they were stored. */
export function storedPolicies(
  documents: readonly NamedDocument[],
  kind: PolicyKind = 'identity',
): readonly NamedPolicy[] {
  return documents.flatMap(({ name, text }) => {
    const compiled = compilePolicyText(text, kind);
    return compiled.ok ? [{ name, policy: compiled.policy }] : [];
  });
}

export function firstOf(policies: readonly NamedPolicy[] | Refusal): NamedPolicy | Refusal | undefined {
  return isRefusal(policies) ? policies : (policies as readonly NamedPolicy[])[0];
}

/**
 * What the identity policies say, within the boundary and the SCPs; a resource policy counts only when it is handed in.
 * Neither grants nor RCPs nor the policy that is really stored at the resource are looked at.
 * assumed: where the SCPs do not allow, nothing else is looked at, and no statement is named
 */
export function simulate(
  simulation: Simulation,
  { action, resource }: SimulatedRequest,
): Record<string, unknown> {
  const { principal, identity, boundary, resourcePolicy, resourceOwner, scp, given } = simulation;
  const context = createContext({ known: { ...principalKeys(principal), ...given } });
  const request = { principal, action, resource, resourceAccount: resourceOwner, context };
  const caps = scp && scp.length > 0 ? scp : undefined;
  const layers: Layers = { identity, boundary, resourcePolicy, scp: caps, accountDelegation: 'implied' };
  const explanation = explain(request, layers);
  const byOrganizations = caps && verdictOf(explanation, 'scp');
  const isEnded = byOrganizations !== undefined && byOrganizations !== 'allow';
  const policies = [identity, boundary ?? [], resourcePolicy ?? [], ...(scp ?? [])].flat();
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: WORDS[isEnded ? byOrganizations : explanation.verdict],
    MatchedStatements: isEnded ? [] : matched(explanation),
    MissingContextValues: missingKeys(policies, action, given),
    OrganizationsDecisionDetail: scp && { AllowedByOrganizations: !isEnded },
    PermissionsBoundaryDecisionDetail: boundary && {
      AllowedByPermissionsBoundary: verdictOf(explanation, 'boundary') === 'allow',
    },
  };
}

function verdictOf({ layers }: Explanation, name: LayerName): LayerTrace['verdict'] | undefined {
  return layers.find(({ layer }) => layer === name)?.verdict;
}

const WORDS: Readonly<Record<LayerTrace['verdict'], string>> = {
  allow: 'allowed',
  explicitDeny: 'explicitDeny',
  implicitDeny: 'implicitDeny',
  depends: 'implicitDeny',
  absent: 'implicitDeny',
};

function matched({ layers, verdict }: Explanation): readonly object[] {
  const effect = verdict === 'explicitDeny' ? 'Deny' : 'Allow';
  return layers
    .filter(({ layer }) => layer !== 'scp')
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.matched === 'yes' && statement.effect === effect)
    .map(statementView);
}

function statementView({ document, layer, range: { from, to } }: StatementTrace): object {
  return {
    SourcePolicyId: document.name,
    SourcePolicyType: layer === 'resource' ? 'Resource Policy' : 'IAM Policy',
    StartPosition: { Line: from.line, Column: from.column },
    EndPosition: { Line: to.line, Column: to.column },
  };
}

/** Keys that statements about the action ask for and nobody gave. */
function missingKeys(
  policies: readonly NamedPolicy[],
  action: string,
  given: Simulation['given'],
): readonly string[] {
  const held = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const asked = policies.flatMap(({ policy }) => keysOf(policy, action));
  const missing = asked.filter((name) => !held.has(name.toLowerCase()) && !OF_PRINCIPALS.test(name));
  return [...new Set(missing)];
}

/** Known of every principal. */
const OF_PRINCIPALS = /^aws:(?:Principal(?:Arn|Account|Type|IsAWSService|Tag\/.*)|userid|username)$/i;

function keysOf({ document }: CompiledPolicy, action?: string): readonly string[] {
  const lower = action?.toLowerCase();
  return document.statements
    .filter(({ action: listed }) => lower === undefined || !listed || compileAction(listed)(lower))
    .flatMap((statement) => contextKeysIn({ ...document, statements: [statement] }));
}

const VARIABLE = /\$\{\s*([^{}',*?$]+?)\s*(?:,[^}]*)?\}/g;

/** Condition keys and policy variables of a document, each once, in the order of the text. */
export function contextKeysIn({ statements }: Pick<PolicyDocument, 'statements'>): readonly string[] {
  const names = statements.flatMap(({ conditions, resource }) => [
    ...(resource?.values ?? []).flatMap(({ text }) => variablesIn(text)),
    ...conditions.flatMap(({ key, values }) => [key, ...values.flatMap(({ text }) => variablesIn(text))]),
  ]);
  return [...new Set(names)];
}

function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(VARIABLE)].map(([, name = '']) => name);
}
