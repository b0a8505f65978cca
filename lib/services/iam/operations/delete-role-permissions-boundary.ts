import { shape } from '../../../aws';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity */
export const deleteRolePermissionsBoundary = iamOperation({
  name: 'DeleteRolePermissionsBoundary',
  about: 'Takes the permissions boundary off a role.',
  input: shape.structure({ RoleName: roleName }, ['RoleName']),
  readOnly: false,
  permissions: (call) => [on(ROLE, 'iam:DeleteRolePermissionsBoundary', call, call.input.RoleName)],
  handle: (call) => changeHeld(ROLE, call, call.input.RoleName, (role) => ({ ...role, boundary: undefined })),
});
