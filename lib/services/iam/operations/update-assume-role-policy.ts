import { shape } from '../../../aws';
import { refuseTrustPolicy } from '../rules/documents';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { policyDocument, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity, MalformedPolicyDocument, LimitExceeded */
export const updateAssumeRolePolicy = iamOperation({
  name: 'UpdateAssumeRolePolicy',
  about: 'Replaces the trust policy of a role.',
  input: shape.structure({ RoleName: roleName, PolicyDocument: policyDocument }, [
    'RoleName',
    'PolicyDocument',
  ]),
  readOnly: false,
  permissions: (call) => [on(ROLE, 'iam:UpdateAssumeRolePolicy', call, call.input.RoleName)],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) => {
      const trustPolicy = call.input.PolicyDocument;
      return refuseTrustPolicy(call.world, trustPolicy) ?? { ...role, trustPolicy };
    }),
});
