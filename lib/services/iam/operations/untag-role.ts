import { shape } from '../../../aws';
import { changeHeld, on, ROLE } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { roleName, tagKeys } from '../rules/shapes';
import { withoutTags } from '../rules/tags';

/** refuses: NoSuchEntity, UnmodifiableEntity */
export const untagRole = iamOperation({
  name: 'UntagRole',
  about: 'Removes tags of a role.',
  input: shape.structure({ RoleName: roleName, TagKeys: tagKeys }, ['RoleName', 'TagKeys']),
  readOnly: false,
  permissions: (call) => [
    on(ROLE, 'iam:UntagRole', call, call.input.RoleName, { 'aws:TagKeys': call.input.TagKeys }),
  ],
  handle: (call) =>
    changeHeld(ROLE, call, call.input.RoleName, (role) => ({
      ...role,
      tags: withoutTags(role.tags, call.input.TagKeys),
    })),
});
