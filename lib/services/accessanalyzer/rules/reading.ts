import type { Refusal } from '../../../aws';
import {
  type CompiledPolicy,
  compilePolicyText,
  type DocumentRules,
  documentRules,
  type PolicyKind,
} from '../../../policy';
import { invalid } from './operation';

const KINDS: Readonly<Record<string, PolicyKind>> = {
  IDENTITY_POLICY: 'identity',
  RESOURCE_POLICY: 'resource',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

export const POLICY_TYPES = Object.keys(KINDS);

export function kindOf(policyType: string): PolicyKind {
  return KINDS[policyType] ?? 'identity';
}

/** A key policy may hold statements that do nothing. fact: authorization 4 */
const LENIENT: DocumentRules = { ...documentRules.resource, action: 'optional', resource: 'optional' };

export function rulesOf(kind: PolicyKind): DocumentRules {
  return kind === 'resource' ? LENIENT : documentRules[kind];
}

/** refuses: Validation (a document that cannot be read) */
export function readPolicy(text: string, policyType: string): CompiledPolicy | Refusal {
  const kind = kindOf(policyType);
  const compiled = compilePolicyText(text, kind, rulesOf(kind));
  return compiled.ok
    ? compiled.policy
    : invalid(compiled.problems[0]?.message ?? 'The policy cannot be read.');
}
