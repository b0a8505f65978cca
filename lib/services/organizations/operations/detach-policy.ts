import { isRefusal, type Refusal, shape } from '../../../aws';
import { changeOrganization, on } from '../rules/callers';
import { organizationsOperation } from '../rules/operation';
import { policyId, targetId } from '../rules/shapes';
import { withoutPolicyOn } from '../rules/targets';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, then as `withoutPolicyOn` */
export const detachPolicy = organizationsOperation({
  name: 'DetachPolicy',
  about: 'Takes an SCP or RCP off the root, an organizational unit or an account.',
  input: shape.structure({ PolicyId: policyId, TargetId: targetId }, ['PolicyId', 'TargetId']),
  readOnly: false,
  permissions: (call) => on('organizations:DetachPolicy', call, [call.input.PolicyId, call.input.TargetId]),
  handle: (call): Refusal | undefined => {
    const { PolicyId, TargetId } = call.input;
    const changed = changeOrganization(call, (organization) =>
      withoutPolicyOn(organization, PolicyId, TargetId),
    );
    return isRefusal(changed) ? changed : undefined;
  },
});
