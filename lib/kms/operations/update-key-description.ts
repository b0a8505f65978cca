import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { keys } from '../records/key';
import { description, keyId } from '../rules/shapes';

/** Replaces a key's description; an empty one clears it. fact: kms-engine 1.6 */
export const updateKeyDescription = declare({
  name: 'UpdateKeyDescription',
  about: 'Replaces the description of a KMS key.',
  input: shape.structure({ KeyId: keyId, Description: description }, ['KeyId', 'Description']),
  readOnly: false,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ input, call, keys: { key } }) => {
    call.world.put(keys, { ...key, description: input.Description });
    return undefined;
  },
});
