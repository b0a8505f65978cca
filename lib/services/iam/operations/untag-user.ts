import { shape } from '../../../aws';
import { changeHeld, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { tagKeys, userName } from '../rules/shapes';
import { withoutTags } from '../rules/tags';

/** refuses: NoSuchEntity */
export const untagUser = iamOperation({
  name: 'UntagUser',
  about: 'Removes tags of a user.',
  input: shape.structure({ UserName: userName, TagKeys: tagKeys }, ['UserName', 'TagKeys']),
  readOnly: false,
  permissions: (call) => [
    on(USER, 'iam:UntagUser', call, call.input.UserName, { 'aws:TagKeys': call.input.TagKeys }),
  ],
  handle: (call) =>
    changeHeld(USER, call, call.input.UserName, (user) => ({
      ...user,
      tags: withoutTags(user.tags, call.input.TagKeys),
    })),
});
