import { seededBytes, uuidOf } from '../../../base';
import { compilePolicyText, lintPolicy, type PrincipalEntry, type Statement } from '../../../policy';
import type { AnalyzedResource, AnalyzerFacts } from '../ports';
import { rulesOf } from './reading';

/** Somebody outside the account who is let in. */
export interface ExternalAccess {
  readonly id: string;
  readonly resource: AnalyzedResource;
  readonly principal: Readonly<Record<string, string>>;
  readonly actions: readonly string[];
  readonly condition: Readonly<Record<string, string>>;
  readonly isPublic: boolean;
}

/** The zone of trust is the account. assumed: a finding stays as long as the access does; it cannot be archived */
export function externalAccess(resource: AnalyzedResource, facts: AnalyzerFacts): readonly ExternalAccess[] {
  const compiled = compilePolicyText(resource.policy, 'resource', rulesOf('resource'));
  if (!compiled.ok) return [];
  const { document } = compiled.policy;
  const open = new Set(
    lintPolicy(document, { narrowingKeys: facts.narrowingKeys })
      .filter(({ code }) => code === 'public-principal' || code === 'not-principal-allow')
      .map(({ path }) => Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0)),
  );
  const byPolicy = document.statements.flatMap((statement) =>
    ofStatement(resource, statement, open.has(statement.index)),
  );
  const otherwise = resource.otherwise
    .filter(({ principal }) => isOutside(principal, resource.account))
    .map(({ principal, actions }) => access(resource, { AWS: principal }, actions, {}, false));
  return [...byPolicy, ...otherwise];
}

function ofStatement(
  resource: AnalyzedResource,
  statement: Statement,
  isPublic: boolean,
): readonly ExternalAccess[] {
  const { effect, principal, action } = statement;
  if (effect === 'Deny' || !principal || !action) return [];
  const actions = action.values.map(({ text }) => text);
  const condition = Object.fromEntries(
    statement.conditions.map(({ key, values }) => [key, values.map(({ text }) => text).join(', ')]),
  );
  const everyone =
    principal.name === 'NotPrincipal' || principal.entries.some(({ form }) => form === 'everyone');
  if (everyone) {
    return isPublic || !isOfAccount(statement, resource.account)
      ? [access(resource, { AWS: '*' }, actions, condition, isPublic)]
      : [];
  }
  return principal.entries
    .filter((entry) => isExternal(entry, resource.account))
    .map((entry) => access(resource, { [entry.type]: entry.text }, actions, condition, false));
}

/** "*" narrowed to callers of the account itself. */
function isOfAccount({ conditions }: Statement, account: string): boolean {
  return conditions.some(
    ({ key, values }) =>
      /^(?:kms:CallerAccount|aws:PrincipalAccount)$/i.test(key) &&
      values.every(({ text }) => text === account),
  );
}

function isExternal({ type, text }: PrincipalEntry, account: string): boolean {
  return type === 'Federated' || (type === 'AWS' && isOutside(text, account));
}

function isOutside(principal: string, account: string): boolean {
  const named = /^\d{12}$/.test(principal) ? principal : principal.split(':')[4];
  return named !== undefined && named !== '' && named !== account;
}

function access(
  resource: AnalyzedResource,
  principal: Readonly<Record<string, string>>,
  actions: readonly string[],
  condition: Readonly<Record<string, string>>,
  isPublic: boolean,
): ExternalAccess {
  const id = uuidOf(
    seededBytes('finding', JSON.stringify([resource.arn, principal, actions, condition]), 16),
  );
  return { id, resource, principal, actions, condition, isPublic };
}

export function findingView(
  { id, resource, principal, actions, condition, isPublic }: ExternalAccess,
  nowMs: number,
) {
  return {
    id,
    principal,
    action: actions,
    resource: resource.arn,
    isPublic,
    resourceType: resource.type,
    condition,
    createdAt: resource.createdAtMs,
    analyzedAt: nowMs,
    updatedAt: resource.createdAtMs,
    status: 'ACTIVE',
    resourceOwnerAccount: resource.account,
  };
}
