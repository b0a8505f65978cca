import { shape } from '../../aws';
import { declare } from '../declare';
import { keys } from '../records/key';
import { keyId } from '../rules/shapes';

/** Ends a key's waiting period. The key is then disabled, whatever it was before. fact: kms-engine 1.6, 11 */
export const cancelKeyDeletion = declare({
  name: 'CancelKeyDeletion',
  about: 'Cancels the deletion of a KMS key and leaves the key disabled.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  output: shape.structure({ KeyId: shape.string() }),
  readOnly: false,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ call, keys: { key } }) => {
    call.world.put(keys, {
      ...key,
      state: 'Disabled',
      deletionAtMs: undefined,
      pendingDeletionWindowDays: undefined,
    });
    return { KeyId: key.arn };
  },
});
