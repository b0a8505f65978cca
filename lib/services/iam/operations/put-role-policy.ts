import { shape } from '../../../aws';
import { changeHeld, on, ROLE } from '../rules/holders';
import { withInline } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { policyDocument, policyName, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity, MalformedPolicyDocument, LimitExceeded */
export const putRolePolicy = iamOperation({
  name: 'PutRolePolicy',
  about: 'Adds an inline policy to a role, or replaces the one of that name.',
  input: shape.structure({ RoleName: roleName, PolicyName: policyName, PolicyDocument: policyDocument }, [
    'RoleName',
    'PolicyName',
    'PolicyDocument',
  ]),
  readOnly: false,
  permissions: (call) => [on(ROLE, 'iam:PutRolePolicy', call, call.input.RoleName)],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) =>
      withInline(ROLE, role, call.input.PolicyName, call.input.PolicyDocument),
    ),
});
