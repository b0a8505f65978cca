import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { keys } from '../records/key';
import { keyId, tagKeys } from '../rules/shapes';
import { refuseReservedTagKeys } from '../rules/tags';

/**
 * Takes tags from a key; names it does not carry are passed over.
 * refuses: Tag. fact: kms-engine 1.6, 10.4. assumed: reserved names are refused as when tagging
 */
export const untagResource = declare({
  name: 'UntagResource',
  about: 'Removes tags from a KMS key.',
  input: shape.structure({ KeyId: keyId, TagKeys: tagKeys }, ['KeyId', 'TagKeys']),
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (input) => ({ 'aws:TagKeys': input.TagKeys.length > 0 ? input.TagKeys : undefined }),
    },
  },
  validate: (input) => refuseReservedTagKeys(input.TagKeys),
  handle: ({ input, call, keys: { key } }) => {
    const tags = key.tags.filter((tag) => !input.TagKeys.includes(tag.TagKey));
    if (tags.length < key.tags.length) call.world.put(keys, { ...key, tags });
    return undefined;
  },
});
