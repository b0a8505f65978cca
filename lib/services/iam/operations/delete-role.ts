import { isRefusal, shape } from '../../../aws';
import { roles } from '../records/role';
import { deleteConflict } from '../rules/errors';
import type { Forget } from '../rules/forget-principal';
import { held, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { roleName } from '../rules/shapes';

/** Sessions of the role live on without permissions. refuses: NoSuchEntity, UnmodifiableEntity, DeleteConflict */
export const createDeleteRole = (forget: Forget) =>
  iamOperation({
    name: 'DeleteRole',
    about: 'Deletes a role that has no policies left.',
    input: shape.structure({ RoleName: roleName }, ['RoleName']),
    readOnly: false,
    permissions: (call) => [on(ROLE, 'iam:DeleteRole', call, call.input.RoleName)],
    handle: (call) => {
      const role = held(ROLE, call, call.input.RoleName);
      if (isRefusal(role)) return role;
      const refusal = ROLE.protects(role);
      if (refusal) return refusal;
      if (role.attached.length > 0) {
        return deleteConflict('Cannot delete entity, must detach all policies first.');
      }
      if (Object.keys(role.inline).length > 0) {
        return deleteConflict('Cannot delete entity, must delete policies first.');
      }
      call.world.delete(roles, role.arn);
      forget(call.world, role.arn, role.roleId);
      return undefined;
    },
  });
