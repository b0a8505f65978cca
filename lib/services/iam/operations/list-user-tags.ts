import { isRefusal, shape } from '../../../aws';
import { held, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, tags, userName } from '../rules/shapes';

/** refuses: NoSuchEntity */
export const listUserTags = iamOperation({
  name: 'ListUserTags',
  about: 'Lists the tags of a user.',
  input: shape.structure({ UserName: userName, ...asked }, ['UserName']),
  output: shape.structure({ Tags: tags, ...ends }, ['Tags']),
  readOnly: true,
  permissions: (call) => [on(USER, 'iam:ListUserTags', call, call.input.UserName)],
  handle: (call) => {
    const user = held(USER, call, call.input.UserName);
    return isRefusal(user) ? user : listed('Tags', user.tags, call.input, (tag) => tag);
  },
});
