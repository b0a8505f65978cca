import { isRefusal, shape } from '../../../aws';
import { held, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, roleName, tags } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listRoleTags = iamOperation({
  name: 'ListRoleTags',
  about: 'Lists the tags of a role.',
  input: shape.structure({ RoleName: roleName, ...asked }, ['RoleName']),
  output: shape.structure({ Tags: tags, ...ends }, ['Tags']),
  readOnly: true,
  permissions: (call) => [on(ROLE, 'iam:ListRoleTags', call, call.input.RoleName)],
  handle: (call) => {
    const role = held(ROLE, call, call.input.RoleName);
    return isRefusal(role) ? role : listed('Tags', role.tags, call.input, (tag) => tag);
  },
});
