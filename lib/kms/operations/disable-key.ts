import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { usageConditions } from '../keys/last-usage';
import { keys } from '../records/key';
import { keyId } from '../rules/shapes';

/**
 * Makes a key unusable until it is enabled again. A key whose store is away is disabled when the store is back.
 * fact: kms-engine 1.6, 3.2 footnote 12
 */
export const disableKey = declare({
  name: 'DisableKey',
  about: 'Sets the state of a KMS key to Disabled, so that it cannot be used.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (_input, call, { key }) => usageConditions(call.world, key?.key),
    },
  },
  handle: ({ call, keys: { key } }) => {
    if (key.state === 'Unavailable') call.world.put(keys, { ...key, stateAfter: 'Disabled' });
    else if (key.state === 'Enabled') call.world.put(keys, { ...key, state: 'Disabled' });
    return undefined;
  },
});
