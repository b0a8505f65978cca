import { isRefusal, shape } from '../../../aws';
import { findPolicy } from '../rules/aws-managed';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, policySummary, policyType, targetId } from '../rules/shapes';
import { targetOf } from '../rules/targets';
import { summaryView } from '../rules/views';

/** Those attached to it, not those it inherits. refuses: AWSOrganizationsNotInUse, AccessDenied, TargetNotFound */
export const listPoliciesForTarget = organizationsOperation({
  name: 'ListPoliciesForTarget',
  about: 'Lists the policies attached to the root, an organizational unit or an account.',
  input: shape.structure({ TargetId: targetId, Filter: policyType, ...asked }, ['TargetId', 'Filter']),
  output: shape.structure({ Policies: shape.list(policySummary), ...ends }),
  readOnly: true,
  permissions: (call) => on('organizations:ListPoliciesForTarget', call, [call.input.TargetId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const target = targetOf(organization, call.input.TargetId);
    if (!target) return refuseAs('TargetNotFoundException');
    const attached = target.attached.flatMap((id) => findPolicy(organization, id) ?? []);
    const wanted = attached.filter(({ type }) => type === call.input.Filter);
    return listed('Policies', wanted.map(summaryView), call.input);
  },
});
