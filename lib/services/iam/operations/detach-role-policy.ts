import { shape } from '../../../aws';
import { withoutAttached } from '../rules/attached-policies';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity */
export const detachRolePolicy = iamOperation({
  name: 'DetachRolePolicy',
  about: 'Takes a managed policy off a role.',
  input: shape.structure({ RoleName: roleName, PolicyArn: arn }, ['RoleName', 'PolicyArn']),
  readOnly: false,
  permissions: (call) => [
    on(ROLE, 'iam:DetachRolePolicy', call, call.input.RoleName, { 'iam:PolicyARN': [call.input.PolicyArn] }),
  ],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) => withoutAttached(role, call.input.PolicyArn)),
});
