import { isRefusal, type Refusal, shape } from '../../../aws';
import type { OrganizationPolicy, OrganizationRecord } from '../records/organization';
import { findPolicy } from '../rules/aws-managed';
import { changeOrganization, on } from '../rules/callers';
import { refuseContent, refuseName } from '../rules/contents';
import { invalidInput, refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { policy, policyContent, policyDescription, policyId, policyName } from '../rules/shapes';
import { policyView } from '../rules/views';

const input = shape.structure(
  { PolicyId: policyId, Name: policyName, Description: policyDescription, Content: policyContent },
  ['PolicyId'],
);
type Input = NonNullable<(typeof input)['type']>;

/**
 * What is left out stays.
 * refuses: AWSOrganizationsNotInUse, AccessDenied, PolicyNotFound, InvalidInput (AWS's own), DuplicatePolicy,
 * MalformedPolicyDocument, ConstraintViolation
 */
export const updatePolicy = organizationsOperation({
  name: 'UpdatePolicy',
  about: 'Changes name, description or text of an SCP or RCP, wherever it is attached.',
  input,
  output: shape.structure({ Policy: policy }),
  readOnly: false,
  permissions: (call) => on('organizations:UpdatePolicy', call, [call.input.PolicyId]),
  handle: (call) => {
    const changed = changeOrganization(call, (organization) => update(organization, call.input));
    if (isRefusal(changed)) return changed;
    return { Policy: policyView(findPolicy(changed, call.input.PolicyId) as OrganizationPolicy) };
  },
});

function update(organization: OrganizationRecord, request: Input): OrganizationRecord | Refusal {
  const held = findPolicy(organization, request.PolicyId);
  if (!held) return refuseAs('PolicyNotFoundException');
  if (held.awsManaged) {
    return invalidInput(
      'IMMUTABLE_POLICY',
      'You specified a policy that is managed by AWS and cannot be changed.',
    );
  }
  const { Name: name = held.name, Description: description = held.description } = request;
  const { Content: content = held.content } = request;
  const refusal =
    (name === held.name ? undefined : refuseName(organization, held.type, name)) ??
    refuseContent(held.type, content);
  if (refusal) return refusal;
  const updated = { ...held, name, description, content };
  const policies = organization.policies.map((other) => (other === held ? updated : other));
  return { ...organization, policies };
}
