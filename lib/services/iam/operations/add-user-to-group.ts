import { isRefusal, shape } from '../../../aws';
import { quotaExceeded } from '../rules/errors';
import { changeHeld, GROUP, held, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';
import { groupName, userName } from '../rules/shapes';

/** Adding twice is once. refuses: NoSuchEntity, LimitExceeded */
export const addUserToGroup = iamOperation({
  name: 'AddUserToGroup',
  about: 'Puts a user into a group.',
  input: shape.structure({ GroupName: groupName, UserName: userName }, ['GroupName', 'UserName']),
  readOnly: false,
  permissions: (call) => [on(GROUP, 'iam:AddUserToGroup', call, call.input.GroupName)],
  handle: (call) => {
    const group = held(GROUP, call, call.input.GroupName);
    if (isRefusal(group)) return group;
    return changeHeld(USER, call, call.input.UserName, (user) => {
      if (user.groups.includes(group.arn)) return user;
      if (user.groups.length >= QUOTAS.groupsPerUser) {
        return quotaExceeded('GroupsPerUser', QUOTAS.groupsPerUser);
      }
      return { ...user, groups: [...user.groups, group.arn] };
    });
  },
});
