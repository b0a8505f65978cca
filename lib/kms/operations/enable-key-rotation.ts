import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { refuseReplica } from '../keys/multi-region';
import { DEFAULT_ROTATION_PERIOD_DAYS, scheduleFrom } from '../keys/rotation';
import { keys } from '../records/key';
import { refuseWithoutSchedule } from '../rules/rotatable';
import { keyId } from '../rules/shapes';

/**
 * Switches automatic rotation on, or gives it another period. On a multi-Region key this is the primary's.
 * refuses: UnsupportedOperation, Disabled. fact: kms-engine 1.6, 6.2
 */
export const enableKeyRotation = declare({
  name: 'EnableKeyRotation',
  about: 'Switches automatic rotation of the key material on.',
  input: shape.structure({ KeyId: keyId, RotationPeriodInDays: shape.integer({ min: 90, max: 2560 }) }, [
    'KeyId',
  ]),
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (input) => ({
        'kms:RotationPeriodInDays': [String(input.RotationPeriodInDays ?? DEFAULT_ROTATION_PERIOD_DAYS)],
      }),
    },
  },
  suits: refuseWithoutSchedule,
  handle: ({ input, call, keys: { key } }) => {
    const refusal = refuseReplica(key);
    if (refusal) return refusal;
    const periodDays = input.RotationPeriodInDays ?? DEFAULT_ROTATION_PERIOD_DAYS;
    call.world.put(keys, { ...key, rotation: scheduleFrom(call.nowMs, periodDays) });
    return undefined;
  },
});
