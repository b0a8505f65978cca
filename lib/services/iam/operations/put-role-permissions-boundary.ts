import { shape } from '../../../aws';
import { refuseAttaching } from '../rules/attached-policies';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { arn, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity, InvalidInput, PolicyNotAttachable */
export const putRolePermissionsBoundary = iamOperation({
  name: 'PutRolePermissionsBoundary',
  about: 'Bounds what a role may do by a managed policy.',
  input: shape.structure({ RoleName: roleName, PermissionsBoundary: arn }, [
    'RoleName',
    'PermissionsBoundary',
  ]),
  readOnly: false,
  permissions: (call) => [
    on(ROLE, 'iam:PutRolePermissionsBoundary', call, call.input.RoleName, {
      'iam:PermissionsBoundary': [call.input.PermissionsBoundary],
    }),
  ],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) => {
      const boundary = call.input.PermissionsBoundary;
      return refuseAttaching(call.world, role.account, boundary) ?? { ...role, boundary };
    }),
});
