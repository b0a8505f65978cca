import { type AccessCheck, type Call, type ConditionValues, type Denial, deniedSentence } from '../../../aws';
import type { AssumableRole } from '../ports';
import { hasCode } from './callers';
import { accessDenied } from './operation';

/** What of a request for a role session a trust policy can look at. */
export interface TrustRequest {
  readonly RoleSessionName: string;
  readonly ExternalId?: string;
  readonly SourceIdentity?: string;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
  readonly TransitiveTagKeys?: readonly string[];
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

/**
 * The permissions a role session needs: the trust policy must allow the caller, or delegate to the caller's
 * account, whose policies then decide. From another account both must allow. fact: authorization 2.4
 */
export function trustChecks(call: Call<TrustRequest>, role: AssumableRole): readonly AccessCheck[] {
  const actions = ['sts:AssumeRole'];
  if (call.input.Tags?.length) actions.push('sts:TagSession');
  if (call.input.SourceIdentity !== undefined) actions.push('sts:SetSourceIdentity');
  const conditions = trustConditions(call.input, role);
  return actions.map((action) => ({
    action,
    resource: role.arn,
    account: role.account,
    resourcePolicy: role.trustPolicy,
    resourcePolicyKind: 'trust',
    needsDelegation: true,
    context: (key) => conditions.get(key.toLowerCase()),
    contextKeys: () => [...NAMES, ...Object.keys(tagConditions(call.input, role))],
    denied,
  }));
}

const NAMES = [
  'sts:ExternalId',
  'sts:RoleSessionName',
  'sts:SourceIdentity',
  'sts:TransitiveTagKeys',
  'aws:TagKeys',
  'aws:MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge',
];

function trustConditions(input: TrustRequest, role: AssumableRole): ReadonlyMap<string, ConditionValues> {
  const conditions: Record<string, ConditionValues> = {
    'sts:RoleSessionName': [input.RoleSessionName],
    'sts:ExternalId': input.ExternalId === undefined ? undefined : [input.ExternalId],
    'sts:SourceIdentity': input.SourceIdentity === undefined ? undefined : [input.SourceIdentity],
    'sts:TransitiveTagKeys': input.TransitiveTagKeys?.length ? input.TransitiveTagKeys : undefined,
    'aws:TagKeys': input.Tags?.length ? input.Tags.map(({ Key }) => Key) : undefined,
    // Only a code sent along speaks here; otherwise the caller's own credentials do.
    ...(hasCode(input) && { 'aws:MultiFactorAuthPresent': ['true'], 'aws:MultiFactorAuthAge': ['0'] }),
    ...tagConditions(input, role),
  };
  return new Map(Object.entries(conditions).map(([key, values]) => [key.toLowerCase(), values]));
}

function tagConditions(input: TrustRequest, role: AssumableRole): Record<string, ConditionValues> {
  const conditions: Record<string, ConditionValues> = {};
  for (const { Key, Value } of input.Tags ?? []) conditions[`aws:RequestTag/${Key}`] = [Value];
  for (const { Key, Value } of role.tags) {
    conditions[`aws:ResourceTag/${Key}`] = [Value];
    conditions[`iam:ResourceTag/${Key}`] = [Value];
  }
  return conditions;
}

/** STS tells an implicit denial without its reason; a trust policy is nobody else's business. */
function denied(denial: Denial) {
  if (denial.kind === 'explicit') return accessDenied(deniedSentence(denial));
  return notAuthorized(denial.principal.arn, denial.check.action, denial.check.resource);
}

export function notAuthorized(caller: string, action: string, resource: string) {
  return accessDenied(`User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`);
}
