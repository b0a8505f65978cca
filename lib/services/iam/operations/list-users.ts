import { shape } from '../../../aws';
import { users } from '../records/user';
import { onAll } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, pathPrefix, user } from '../rules/shapes';
import { userView } from '../rules/views';

export const listUsers = iamOperation({
  name: 'ListUsers',
  about: 'Lists the users of the account.',
  input: shape.structure({ PathPrefix: pathPrefix, ...asked }),
  output: shape.structure({ Users: shape.list(user), ...ends }, ['Users']),
  readOnly: true,
  permissions: (call) => [onAll('iam:ListUsers', call, 'user')],
  handle: (call) => {
    const { PathPrefix = '/' } = call.input;
    const all = call.world.table(users).by('account', call.principal.account);
    const under = all.filter(({ path }) => path.startsWith(PathPrefix));
    return listed('Users', under, call.input, userView);
  },
});
