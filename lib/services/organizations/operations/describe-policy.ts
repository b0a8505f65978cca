import { isRefusal, shape } from '../../../aws';
import { findPolicy } from '../rules/aws-managed';
import { managedOrganization, on } from '../rules/callers';
import { refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { policy, policyId } from '../rules/shapes';
import { policyView } from '../rules/views';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, PolicyNotFound */
export const describePolicy = organizationsOperation({
  name: 'DescribePolicy',
  about: 'Shows an SCP or RCP with its text.',
  input: shape.structure({ PolicyId: policyId }, ['PolicyId']),
  output: shape.structure({ Policy: policy }),
  readOnly: true,
  permissions: (call) => on('organizations:DescribePolicy', call, [call.input.PolicyId]),
  handle: (call) => {
    const organization = managedOrganization(call);
    if (isRefusal(organization)) return organization;
    const found = findPolicy(organization, call.input.PolicyId);
    return found ? { Policy: policyView(found) } : refuseAs('PolicyNotFoundException');
  },
});
