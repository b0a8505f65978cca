import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { isComplete } from '../keys/key-materials';
import { keys } from '../records/key';
import { invalidState } from '../rules/key-states';
import { keyId } from '../rules/shapes';

/**
 * Makes a disabled key usable again. A rotation that came due meanwhile happens right afterwards.
 * A key whose store is away is enabled when the store is back.
 * refuses: KMSInvalidState. fact: kms-engine 1.6, 3.2 footnote 12.
 * assumed: a key without its imported material, disabled by a cancelled deletion, cannot be enabled
 */
export const enableKey = declare({
  name: 'EnableKey',
  about: 'Sets the state of a disabled KMS key to Enabled.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  readOnly: false,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ call, keys: { key } }) => {
    if (key.state === 'Unavailable') call.world.put(keys, { ...key, stateAfter: 'Enabled' });
    if (key.state !== 'Disabled') return undefined;
    if (key.origin === 'EXTERNAL' && !isComplete(call.world, key)) {
      return invalidState(`${key.arn} is pending import.`);
    }
    call.world.put(keys, { ...key, state: 'Enabled' });
    return undefined;
  },
});
