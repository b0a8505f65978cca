import { isRefusal, type Refusal, shape } from '../../../aws';
import { accessKeys } from '../records/access-key';
import { type UserRecord, users } from '../records/user';
import { deleteConflict } from '../rules/errors';
import type { Forget } from '../rules/forget-principal';
import { held, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { userName } from '../rules/shapes';

/** refuses: NoSuchEntity, DeleteConflict */
export const createDeleteUser = (forget: Forget) =>
  iamOperation({
    name: 'DeleteUser',
    about: 'Deletes a user that has no policies, access keys and groups left.',
    input: shape.structure({ UserName: userName }, ['UserName']),
    readOnly: false,
    permissions: (call) => [on(USER, 'iam:DeleteUser', call, call.input.UserName)],
    handle: (call) => {
      const user = held(USER, call, call.input.UserName);
      if (isRefusal(user)) return user;
      const refusal = refuseUse(user, call.world.table(accessKeys).countBy('owner', user.arn));
      if (refusal) return refusal;
      call.world.delete(users, user.arn);
      forget(call.world, user.arn, user.userId);
      return undefined;
    },
  });

function refuseUse(user: UserRecord, keys: number): Refusal | undefined {
  if (user.attached.length > 0) {
    return deleteConflict('Cannot delete entity, must detach all policies first.');
  }
  if (Object.keys(user.inline).length > 0) {
    return deleteConflict('Cannot delete entity, must delete policies first.');
  }
  if (keys > 0) return deleteConflict('Cannot delete entity, must delete access keys first.');
  if (user.groups.length > 0) {
    return deleteConflict('Cannot delete entity, must remove users from group first.');
  }
  return undefined;
}
