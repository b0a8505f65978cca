import { shape } from '../../../aws';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { roleName, tags } from '../rules/shapes';
import { refuseTags, requestTagConditions, withTags } from '../rules/tags';

/** refuses: NoSuchEntity, UnmodifiableEntity, InvalidInput, LimitExceeded */
export const tagRole = iamOperation({
  name: 'TagRole',
  about: 'Sets tags of a role.',
  input: shape.structure({ RoleName: roleName, Tags: tags }, ['RoleName', 'Tags']),
  readOnly: false,
  permissions: (call) => [
    on(ROLE, 'iam:TagRole', call, call.input.RoleName, requestTagConditions(call.input.Tags)),
  ],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) => {
      const refusal = refuseTags(call.input.Tags, role.tags);
      return refusal ?? { ...role, tags: withTags(role.tags, call.input.Tags) };
    }),
});
