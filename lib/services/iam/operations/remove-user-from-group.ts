import { isRefusal, shape } from '../../../aws';
import { noSuch } from '../rules/errors';
import { changeHeld, GROUP, held, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { groupName, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const removeUserFromGroup = iamOperation({
  name: 'RemoveUserFromGroup',
  about: 'Takes a user out of a group.',
  input: shape.structure({ GroupName: groupName, UserName: userName }, ['GroupName', 'UserName']),
  readOnly: false,
  permissions: (call) => [on(GROUP, 'iam:RemoveUserFromGroup', call, call.input.GroupName)],
  handle: (call) => {
    const group = held(GROUP, call, call.input.GroupName);
    if (isRefusal(group)) return group;
    return changeHeld(USER, call, call.input.UserName, (user) =>
      user.groups.includes(group.arn)
        ? { ...user, groups: user.groups.filter((arn) => arn !== group.arn) }
        : noSuch('user', user.name),
    );
  },
});
