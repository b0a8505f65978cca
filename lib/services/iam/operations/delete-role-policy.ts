import { shape } from '../../../aws';
import { changeHeld, on, ROLE } from '../rules/holders';
import { withoutInline } from '../rules/inline-policies';
import { iamOperation } from '../rules/operation';
import { policyName, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity */
export const deleteRolePolicy = iamOperation({
  name: 'DeleteRolePolicy',
  about: 'Deletes an inline policy of a role.',
  input: shape.structure({ RoleName: roleName, PolicyName: policyName }, ['RoleName', 'PolicyName']),
  readOnly: false,
  permissions: (call) => [on(ROLE, 'iam:DeleteRolePolicy', call, call.input.RoleName)],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) => withoutInline(ROLE, role, call.input.PolicyName)),
});
