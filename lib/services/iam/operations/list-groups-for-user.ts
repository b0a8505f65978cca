import { isRefusal, shape } from '../../../aws';
import { groups } from '../records/group';
import { held, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, group, userName } from '../rules/shapes';
import { groupView } from '../rules/views';

/** refuses: NoSuchEntity */
export const listGroupsForUser = iamOperation({
  name: 'ListGroupsForUser',
  about: 'Lists the groups a user is in.',
  input: shape.structure({ UserName: userName, ...asked }, ['UserName']),
  output: shape.structure({ Groups: shape.list(group), ...ends }, ['Groups']),
  readOnly: true,
  permissions: (call) => [on(USER, 'iam:ListGroupsForUser', call, call.input.UserName)],
  handle: (call) => {
    const user = held(USER, call, call.input.UserName);
    if (isRefusal(user)) return user;
    const its = user.groups.flatMap((arn) => call.world.table(groups).get(arn) ?? []);
    return listed('Groups', its, call.input, groupView);
  },
});
