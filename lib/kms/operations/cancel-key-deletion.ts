import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { keys } from '../records/key';
import { keyId } from '../rules/shapes';
import { storeOf } from '../stores/store-cryptography';

/**
 * Ends a key's waiting period. The key is then disabled, whatever it was before; where its custom key store is away,
 * once that is back. fact: kms-engine 1.6, 11, 3.2 footnotes 12 and 13
 */
export const cancelKeyDeletion = declare({
  name: 'CancelKeyDeletion',
  about: 'Cancels the deletion of a KMS key and leaves the key disabled.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  output: shape.structure({ KeyId: shape.string() }),
  readOnly: false,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ call, keys: { key } }) => {
    const isAway =
      key.customKeyStoreId !== undefined && storeOf(call.world, key).connectionState !== 'CONNECTED';
    call.world.put(keys, {
      ...key,
      state: isAway ? 'Unavailable' : 'Disabled',
      stateAfter: isAway ? 'Disabled' : undefined,
      deletionAtMs: undefined,
      pendingDeletionWindowDays: undefined,
    });
    return { KeyId: key.arn };
  },
});
