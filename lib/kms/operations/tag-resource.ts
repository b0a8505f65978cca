import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { keys } from '../records/key';
import { tagConditions } from '../rules/condition-keys';
import { keyId, tags } from '../rules/shapes';
import { refuseTagCount, refuseTags, withTags } from '../rules/tags';

/** Adds tags to a key or gives them new values. refuses: Tag. fact: kms-engine 1.6, 10.4 */
export const tagResource = declare({
  name: 'TagResource',
  about: 'Adds or changes tags of a KMS key.',
  input: shape.structure({ KeyId: keyId, Tags: tags }, ['KeyId', 'Tags']),
  readOnly: false,
  keys: {
    key: { member: 'KeyId', accepts: 'key', conditions: (input) => tagConditions(input.Tags) },
  },
  validate: (input) => refuseTags(input.Tags),
  handle: ({ input, call, keys: { key } }) => {
    const all = withTags(key.tags, input.Tags);
    const refusal = refuseTagCount(all);
    if (refusal) return refusal;
    call.world.put(keys, { ...key, tags: all });
    return undefined;
  },
});
