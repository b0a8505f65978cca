import { shape } from '../../../aws';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { maxSessionDuration, roleDescription, roleName } from '../rules/shapes';

/** refuses: NoSuchEntity, UnmodifiableEntity */
export const updateRole = iamOperation({
  name: 'UpdateRole',
  about: 'Changes the description of a role or how long its sessions may last.',
  input: shape.structure(
    { RoleName: roleName, Description: roleDescription, MaxSessionDuration: maxSessionDuration },
    ['RoleName'],
  ),
  readOnly: false,
  permissions: (call) => [on(ROLE, 'iam:UpdateRole', call, call.input.RoleName)],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) => ({
      ...role,
      description: call.input.Description ?? role.description,
      maxSessionSeconds: call.input.MaxSessionDuration ?? role.maxSessionSeconds,
    })),
});
