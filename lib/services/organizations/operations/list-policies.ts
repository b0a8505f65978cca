import { isRefusal, shape } from '../../../aws';
import { DEFAULT_POLICIES } from '../rules/aws-managed';
import { managedOrganization } from '../rules/callers';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, policySummary, policyType } from '../rules/shapes';
import { summaryView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied */
export const listPolicies = organizationsOperation({
  name: 'ListPolicies',
  about: 'Lists the policies of a type, those of AWS among them.',
  input: shape.structure({ Filter: policyType, ...asked }, ['Filter']),
  output: shape.structure({ Policies: shape.list(policySummary), ...ends }),
  readOnly: true,
  permissions: (call) => [
    {
      action: 'organizations:ListPolicies',
      resource: '*',
      conditions: { 'organizations:PolicyType': [call.input.Filter] },
    },
  ],
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const { Filter } = call.input;
    const own = organization.policies.filter(({ type }) => type === Filter);
    return listed('Policies', [DEFAULT_POLICIES[Filter], ...own].map(summaryView), call.input);
  },
});
