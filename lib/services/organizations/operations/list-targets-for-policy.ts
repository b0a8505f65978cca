import { isRefusal, shape } from '../../../aws';
import { findPolicy } from '../rules/aws-managed';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, policyId, policyTarget } from '../rules/shapes';
import { targetsWith, targetView } from '../rules/targets';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, PolicyNotFound */
export const listTargetsForPolicy = organizationsOperation({
  name: 'ListTargetsForPolicy',
  about: 'Lists what a policy is attached to.',
  input: shape.structure({ PolicyId: policyId, ...asked }, ['PolicyId']),
  output: shape.structure({ Targets: shape.list(policyTarget), ...ends }),
  readOnly: true,
  permissions: (call) => on('organizations:ListTargetsForPolicy', call, [call.input.PolicyId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const found = findPolicy(organization, call.input.PolicyId);
    if (!found) return refuseAs('PolicyNotFoundException');
    const targets = targetsWith(organization, found.id);
    return listed(
      'Targets',
      targets.map((target) => targetView(organization, target)),
      call.input,
    );
  },
});
