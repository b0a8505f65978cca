import { isRefusal, shape } from '../../../aws';
import { groups } from '../records/group';
import { users } from '../records/user';
import { deleteConflict } from '../rules/errors';
import { GROUP, held, on } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { groupName } from '../rules/shapes';

/** refuses: NoSuchEntity, DeleteConflict */
export const deleteGroup = iamOperation({
  name: 'DeleteGroup',
  about: 'Deletes a group that has no users and policies left.',
  input: shape.structure({ GroupName: groupName }, ['GroupName']),
  readOnly: false,
  permissions: (call) => [on(GROUP, 'iam:DeleteGroup', call, call.input.GroupName)],
  handle: (call) => {
    const group = held(GROUP, call, call.input.GroupName);
    if (isRefusal(group)) return group;
    if (call.world.table(users).countBy('group', group.arn) > 0) {
      return deleteConflict('Cannot delete entity, must remove users from group first.');
    }
    if (group.attached.length > 0) {
      return deleteConflict('Cannot delete entity, must detach all policies first.');
    }
    if (Object.keys(group.inline).length > 0) {
      return deleteConflict('Cannot delete entity, must delete policies first.');
    }
    call.world.delete(groups, group.arn);
    return undefined;
  },
});
