import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { refuseReplica } from '../keys/multi-region';
import { keys } from '../records/key';
import { refuseWithoutSchedule } from '../rules/rotatable';
import { keyId } from '../rules/shapes';

/**
 * Switches automatic rotation off; material that rotated away stays.
 * refuses: UnsupportedOperation, Disabled. fact: kms-engine 1.6, 6.2
 */
export const disableKeyRotation = declare({
  name: 'DisableKeyRotation',
  about: 'Switches automatic rotation of the key material off.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  readOnly: false,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  suits: refuseWithoutSchedule,
  handle: ({ call, keys: { key } }) => {
    const refusal = refuseReplica(key);
    if (refusal) return refusal;
    if (key.rotation) call.world.put(keys, { ...key, rotation: undefined });
    return undefined;
  },
});
