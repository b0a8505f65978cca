import { shape } from '../../../aws';
import { withAttached } from '../rules/attached-policies';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity, InvalidInput, PolicyNotAttachable, LimitExceeded */
export const attachRolePolicy = iamOperation({
  name: 'AttachRolePolicy',
  about: 'Attaches a managed policy to a role.',
  input: shape.structure({ RoleName: roleName, PolicyArn: arn }, ['RoleName', 'PolicyArn']),
  readOnly: false,
  permissions: (call) => [
    on(ROLE, 'iam:AttachRolePolicy', call, call.input.RoleName, { 'iam:PolicyARN': [call.input.PolicyArn] }),
  ],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) =>
      withAttached(call.world, ROLE, role, call.input.PolicyArn),
    ),
});
