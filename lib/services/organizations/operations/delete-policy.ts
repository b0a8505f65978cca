import { isRefusal, type Refusal, shape } from '../../../aws';
import { findPolicy } from '../rules/aws-managed';
import { changeOrganization, on } from '../rules/callers';
import { invalidInput, refuseAs } from '../rules/errors';
import { organizationsOperation } from '../rules/operation';
import { policyId } from '../rules/shapes';
import { targetsWith } from '../rules/targets';

/** refuses: AWSOrganizationsNotInUse, AccessDenied, PolicyNotFound, InvalidInput (AWS's own), PolicyInUse */
export const deletePolicy = organizationsOperation({
  name: 'DeletePolicy',
  about: 'Deletes an SCP or RCP that is attached to nothing.',
  input: shape.structure({ PolicyId: policyId }, ['PolicyId']),
  readOnly: false,
  permissions: (call) => on('organizations:DeletePolicy', call, [call.input.PolicyId]),
  handle: (call): Refusal | undefined => {
    const changed = changeOrganization(call, (organization) => {
      const held = findPolicy(organization, call.input.PolicyId);
      if (!held) return refuseAs('PolicyNotFoundException');
      if (held.awsManaged) {
        return invalidInput(
          'IMMUTABLE_POLICY',
          'You specified a policy that is managed by AWS and cannot be changed.',
        );
      }
      if (targetsWith(organization, held.id).length > 0) return refuseAs('PolicyInUseException');
      return { ...organization, policies: organization.policies.filter((other) => other !== held) };
    });
    return isRefusal(changed) ? changed : undefined;
  },
});
