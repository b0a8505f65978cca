import type { Refusal } from '../../../aws';
import { compilePolicyText, type DocumentRules, documentRules } from '../../../policy';
import type { OrganizationRecord, PolicyType } from '../records/organization';
import { DEFAULT_POLICIES } from './aws-managed';
import { constraintViolation, malformedPolicy, refuseAs } from './errors';

/** assumed: AWS's size limit of both types, from memory */
const MAX_CHARACTERS = 5120;

const KINDS = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' } as const;

/** Customers write RCPs as denials; the one that allows is AWS's. fact: authorization 9 */
const RULES: Readonly<Record<PolicyType, DocumentRules>> = {
  SERVICE_CONTROL_POLICY: documentRules.scp,
  RESOURCE_CONTROL_POLICY: { ...documentRules.rcp, effects: ['Deny'] },
};

/** refuses: MalformedPolicyDocument, ConstraintViolation */
export function refuseContent(type: PolicyType, content: string): Refusal | undefined {
  const compiled = compilePolicyText(content, KINDS[type], RULES[type]);
  if (!compiled.ok) return malformedPolicy(compiled.problems[0]?.message ?? '');
  if (content.length <= MAX_CHARACTERS) return undefined;
  return constraintViolation(
    'POLICY_CONTENT_LIMIT_EXCEEDED',
    `You have exceeded the maximum policy size of ${MAX_CHARACTERS} characters.`,
  );
}

/** refuses: DuplicatePolicy */
export function refuseName(
  { policies }: OrganizationRecord,
  type: PolicyType,
  name: string,
): Refusal | undefined {
  const all = [...policies, DEFAULT_POLICIES[type]];
  const isTaken = all.some((policy) => policy.type === type && policy.name === name);
  return isTaken ? refuseAs('DuplicatePolicyException') : undefined;
}
