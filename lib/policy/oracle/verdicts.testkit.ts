import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import { needs } from '../../base';
import { type CompiledPolicy, compilePolicyText } from '../decision/compile';
import { decide } from '../decision/decide';
import { explain } from '../decision/explain';
import type { Layers, NamedPolicy, PolicyRequest } from '../decision/request';
import type { Verdict } from '../decision/settle';
import type { PolicyKind } from '../document/document';
import { createContext } from '../matching/context';
import { nameOf } from '../matching/principal';
import { contextOf, type Document, KEY, OWNER, type World } from './world.testkit';

/** What an evaluator says about a world: its verdict, and the statements that matched (`layer number/index`). */
export type Answer = { readonly verdict: Verdict; readonly matched: readonly string[] };

/** Documents are shared by several worlds and read once. */
const compiled = new WeakMap<Document, CompiledPolicy>();

function policy(kind: PolicyKind, name: string, document: Document): NamedPolicy {
  const earlier = compiled.get(document);
  if (earlier) return { name, policy: earlier };
  const result = compilePolicyText(JSON.stringify(document), kind);
  needs(result.ok, result.ok ? '' : `${JSON.stringify(result.problems)} in ${JSON.stringify(document)}`);
  compiled.set(document, result.policy);
  return { name, policy: result.policy };
}

const EVERYTHING: Document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};

/** The policy that AWS attaches to every level by itself. fact: authorization 9 */
const FULL = 'RCPFullAWSAccess';

function layersOf(world: World): Layers {
  const { identity, boundary, session, scp, rcp, endpoint, resource } = world;
  const levels = (kind: 'scp' | 'rcp', documents: readonly Document[]) =>
    documents.map((document, i) => [policy(kind, `${kind} ${i}`, document)]);
  const full = policy('rcp', FULL, EVERYTHING);
  return {
    identity: identity.map((document, i) => policy('identity', `identity ${i}`, document)),
    boundary: boundary && policy('boundary', 'boundary 0', boundary),
    session: session && [policy('session', 'session 0', session)],
    scp: levels('scp', scp),
    rcp: levels('rcp', rcp).map((level) => [full, ...level]),
    endpoint: endpoint && policy('endpoint', 'endpoint 0', endpoint),
    resourcePolicy: policy('resource', 'resource 0', resource),
    accountDelegation: 'required',
  };
}

/** What the house's evaluator says. */
export function ourAnswer(world: World): Answer {
  const request: PolicyRequest = {
    principal: world.principal,
    action: world.action,
    resource: KEY,
    resourceAccount: OWNER,
    context: createContext({ known: contextOf(world) }),
  };
  const layers = layersOf(world);
  const traces = explain(request, layers).layers.flatMap((layer) => layer.statements);
  const matched = traces
    .filter((trace) => trace.matched === 'yes' && trace.document.name !== FULL)
    .map(({ document, index }) => `${document.name}/${index}`);
  return { verdict: decide(request, layers).verdict, matched: matched.toSorted() };
}

type Analysis = {
  readonly allowStatements: readonly Judged[];
  readonly denyStatements: readonly Judged[];
};
type Judged = { readonly policyId?: string; readonly statement: { index(): number } };

const verdicts = {
  Allowed: 'allow',
  ExplicitlyDenied: 'explicitDeny',
  ImplicitlyDenied: 'implicitDeny',
} as const;

/** What the other evaluator says. */
export async function theirAnswer(world: World): Promise<Answer> {
  const outcome = await runSimulation(simulationOf(world), {});
  needs(outcome.resultType === 'single', `the world is accepted, but: ${JSON.stringify(outcome)}`);
  const { result, ignoredContextKeys } = { ...outcome.result, ...outcome.result.analysis };
  needs(ignoredContextKeys?.length === 0, `no context key is dropped, but: ${ignoredContextKeys}`);
  const { analysis } = outcome.result;
  const {
    identityAnalysis,
    permissionBoundaryAnalysis,
    sessionAnalysis,
    endpointAnalysis,
    resourceAnalysis,
  } = analysis;
  const plain = [identityAnalysis, permissionBoundaryAnalysis, sessionAnalysis, endpointAnalysis];
  const levels = [...(analysis.scpAnalysis?.ouAnalysis ?? []), ...(analysis.rcpAnalysis?.ouAnalysis ?? [])];
  const matched = [
    ...[...plain, ...levels].flatMap((one) => namesOf(one)),
    ...namesOf(resourceAnalysis, 'resource 0'),
    ...namesOf(sessionAnalysis, 'session 0'),
  ];
  const known = new Set(matched.filter((name) => !/^(arn|SessionPolicy|undefined)/.test(name)));
  return { verdict: verdicts[result], matched: [...known].toSorted() };
}

function namesOf(analysis: Analysis | undefined, name?: string): string[] {
  if (!analysis) return [];
  return [...analysis.allowStatements, ...analysis.denyStatements].map(
    ({ policyId, statement }) => `${name ?? policyId}/${statement.index() - 1}`,
  );
}

/** It drops encryption context keys, so they travel as tags of the principal. */
const rename = (text: string) => text.replaceAll(/kms:EncryptionContext:/gi, 'aws:PrincipalTag/ec-');

const rewritten = new WeakMap<Document, object>();

/** The document in the form that it does not check once more each time: that is most of its time. */
function theirs(document: Document): object {
  const earlier = rewritten.get(document);
  if (earlier) return earlier;
  const policyDocument: unknown = JSON.parse(rename(JSON.stringify(document)));
  const made = { __validated: true, policyDocument, errors: [] };
  rewritten.set(document, made);
  return made;
}

function simulationOf(world: World): Simulation {
  const { principal, action, identity, boundary, session, scp, rcp, endpoint, resource } = world;
  const named = (layer: string, documents: readonly Document[]) =>
    documents.map((document, i) => ({ name: `${layer} ${i}`, policy: theirs(document) }));
  const levels = (layer: string, documents: readonly Document[]) =>
    named(layer, documents).map((one) => ({ orgIdentifier: one.name, policies: [one] }));
  return {
    request: {
      principal: principal.type === 'anonymous' ? { type: 'Anonymous' } : nameOf(principal),
      action,
      resource: { resource: KEY, accountId: OWNER },
      contextVariables: contextFor(world),
    },
    // It lets a root user do only what an identity policy allows, and a root user has none.
    identityPolicies:
      principal.type === 'root'
        ? [{ name: 'arn root', policy: IDENTITY_EVERYTHING }]
        : named('identity', identity),
    permissionBoundaryPolicies: boundary && named('boundary', [boundary]),
    sessionPolicy: session && theirs(session),
    serviceControlPolicies: levels('scp', scp),
    resourceControlPolicies: levels('rcp', rcp),
    vpcEndpointPolicies: endpoint && named('endpoint', [endpoint]),
    resourcePolicy: theirs(resource),
  };
}

/** It looks up each key, which takes long, and a key that no document names cannot matter. */
function contextFor(world: World): Record<string, string | string[]> {
  const { principal, context, ...documents } = world;
  const text = JSON.stringify(documents).toLowerCase();
  const entries = Object.entries(contextOf(world)).filter(([key]) => text.includes(key.toLowerCase()));
  return Object.fromEntries(entries.map(([key, value]) => [rename(key), value]));
}

const IDENTITY_EVERYTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
