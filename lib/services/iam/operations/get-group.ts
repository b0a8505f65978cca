import { isRefusal, shape } from '../../../aws';
import { users } from '../records/user';
import { GROUP, held, on } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, group, groupName, user } from '../rules/shapes';
import { groupView, userView } from '../rules/views';

/** refuses: NoSuchEntity */
export const getGroup = iamOperation({
  name: 'GetGroup',
  about: 'Shows a group and the users in it.',
  input: shape.structure({ GroupName: groupName, ...asked }, ['GroupName']),
  output: shape.structure({ Group: group, Users: shape.list(user), ...ends }, ['Group', 'Users']),
  readOnly: true,
  permissions: (call) => [on(GROUP, 'iam:GetGroup', call, call.input.GroupName)],
  handle: (call) => {
    const record = held(GROUP, call, call.input.GroupName);
    if (isRefusal(record)) return record;
    const page = listed('Users', call.world.table(users).by('group', record.arn), call.input, userView);
    return isRefusal(page) ? page : { Group: groupView(record), ...page };
  },
});
