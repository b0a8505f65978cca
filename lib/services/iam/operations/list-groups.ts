import { shape } from '../../../aws';
import { groups } from '../records/group';
import { onAll } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, group, pathPrefix } from '../rules/shapes';
import { groupView } from '../rules/views';

export const listGroups = iamOperation({
  name: 'ListGroups',
  about: 'Lists the groups of the account.',
  input: shape.structure({ PathPrefix: pathPrefix, ...asked }),
  output: shape.structure({ Groups: shape.list(group), ...ends }, ['Groups']),
  readOnly: true,
  permissions: (call) => [onAll('iam:ListGroups', call, 'group')],
  handle: (call) => {
    const { PathPrefix = '/' } = call.input;
    const all = call.world.table(groups).by('account', call.principal.account);
    const under = all.filter(({ path }) => path.startsWith(PathPrefix));
    return listed('Groups', under, call.input, groupView);
  },
});
