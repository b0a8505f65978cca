import { shape } from '../../../aws';
import { changeHeld, on, USER } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { tags, userName } from '../rules/shapes';
import { refuseTags, requestTagConditions, withTags } from '../rules/tags';

/** refuses: NoSuchEntity, InvalidInput, LimitExceeded */
export const tagUser = iamOperation({
  name: 'TagUser',
  about: 'Sets tags of a user.',
  input: shape.structure({ UserName: userName, Tags: tags }, ['UserName', 'Tags']),
  readOnly: false,
  permissions: (call) => [
    on(USER, 'iam:TagUser', call, call.input.UserName, requestTagConditions(call.input.Tags)),
  ],
  handle: (call) =>
    changeHeld(USER, call, call.input.UserName, (user) => {
      const refusal = refuseTags(call.input.Tags, user.tags);
      return refusal ?? { ...user, tags: withTags(user.tags, call.input.Tags) };
    }),
});
