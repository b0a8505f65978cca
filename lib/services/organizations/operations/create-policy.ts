import { isRefusal, shape } from '../../../aws';
import type { OrganizationPolicy } from '../records/organization';
import { policyArn } from '../rules/arns';
import { changeOrganization } from '../rules/callers';
import { refuseContent, refuseName } from '../rules/contents';
import { randomId } from '../rules/ids';
import { organizationsOperation } from '../rules/operation';
import { policy, policyContent, policyDescription, policyName, policyType } from '../rules/shapes';
import { policyView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, DuplicatePolicy, MalformedPolicyDocument, ConstraintViolation */
export const createPolicy = organizationsOperation({
  name: 'CreatePolicy',
  about: 'Creates an SCP or RCP; it caps nothing until it is attached.',
  input: shape.structure(
    { Content: policyContent, Description: policyDescription, Name: policyName, Type: policyType },
    ['Content', 'Description', 'Name', 'Type'],
  ),
  output: shape.structure({ Policy: policy }),
  readOnly: false,
  permissions: (call) => [
    {
      action: 'organizations:CreatePolicy',
      resource: '*',
      conditions: { 'organizations:PolicyType': [call.input.Type] },
    },
  ],
  handle: (call) => {
    const { Content: content, Description: description, Name: name, Type: type } = call.input;
    const changed = changeOrganization(call, (organization) => {
      const refusal = refuseName(organization, type, name) ?? refuseContent(type, content);
      if (refusal) return refusal;
      const id = `p-${randomId(call, 'policy', 8)}`;
      const arn = policyArn(organization, { id, type });
      const created = { id, arn, type, name, description, awsManaged: false, content };
      return { ...organization, policies: [...organization.policies, created] };
    });
    if (isRefusal(changed)) return changed;
    return { Policy: policyView(changed.policies.at(-1) as OrganizationPolicy) };
  },
});
