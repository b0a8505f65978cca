import { isRefusal, type Refusal, shape } from '../../../aws';
import { changeOrganization, on } from '../rules/callers';
import { organizationsOperation } from '../rules/operation';
import { policyId, targetId } from '../rules/shapes';
import { withPolicyOn } from '../rules/targets';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, then as `withPolicyOn` */
export const attachPolicy = organizationsOperation({
  name: 'AttachPolicy',
  about: 'Attaches an SCP or RCP to the root, an organizational unit or an account.',
  input: shape.structure({ PolicyId: policyId, TargetId: targetId }, ['PolicyId', 'TargetId']),
  readOnly: false,
  permissions: (call) => on('organizations:AttachPolicy', call, [call.input.PolicyId, call.input.TargetId]),
  handle: (call): Refusal | undefined => {
    const { PolicyId, TargetId } = call.input;
    const changed = changeOrganization(call, (organization) =>
      withPolicyOn(organization, PolicyId, TargetId),
    );
    return isRefusal(changed) ? changed : undefined;
  },
});
