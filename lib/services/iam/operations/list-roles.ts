import { shape } from '../../../aws';
import { roles } from '../records/role';
import { onAll } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, pathPrefix, role } from '../rules/shapes';
import { roleView } from '../rules/views';

export const listRoles = iamOperation({
  name: 'ListRoles',
  about: 'Lists the roles of the account.',
  input: shape.structure({ PathPrefix: pathPrefix, ...asked }),
  output: shape.structure({ Roles: shape.list(role), ...ends }, ['Roles']),
  readOnly: true,
  permissions: (call) => [onAll('iam:ListRoles', call, 'role')],
  handle: (call) => {
    const { PathPrefix = '/' } = call.input;
    const all = call.world.table(roles).by('account', call.principal.account);
    const under = all.filter(({ path }) => path.startsWith(PathPrefix));
    return listed('Roles', under, call.input, roleView);
  },
});
