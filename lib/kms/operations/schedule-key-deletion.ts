import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { scheduleDeletion } from '../keys/deletion';
import { usageConditions } from '../keys/last-usage';
import { validation } from '../rules/errors';
import { keyId, keyState } from '../rules/shapes';

const WINDOW_DAYS = { min: 7, max: 30 };

/**
 * Starts the waiting period at whose end a key is deleted for good.
 * refuses: Validation (the service takes fewer days than the model), KMSInvalidState. fact: kms-engine 1.6, 11
 */
export const scheduleKeyDeletion = declare({
  name: 'ScheduleKeyDeletion',
  about: 'Schedules the deletion of a KMS key after a waiting period of 7 to 30 days.',
  input: shape.structure({ KeyId: keyId, PendingWindowInDays: shape.integer({ min: 1, max: 365 }) }, [
    'KeyId',
  ]),
  output: shape.structure({
    KeyId: shape.string(),
    DeletionDate: shape.timestamp(),
    KeyState: keyState,
    PendingWindowInDays: shape.integer(),
  }),
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (input, call, { key }) => ({
        'kms:ScheduleKeyDeletionPendingWindowInDays': [String(windowOf(input.PendingWindowInDays))],
        ...usageConditions(call.world, key?.key),
      }),
    },
  },
  validate: (input) => {
    const days = windowOf(input.PendingWindowInDays);
    if (days >= WINDOW_DAYS.min && days <= WINDOW_DAYS.max) return undefined;
    return validation(`PendingWindowInDays must be between ${WINDOW_DAYS.min} and ${WINDOW_DAYS.max}`);
  },
  handle: ({ input, call, keys: { key } }) => {
    const days = windowOf(input.PendingWindowInDays);
    const { state, deletionAtMs } = scheduleDeletion(call.world, key, days);
    return { KeyId: key.arn, DeletionDate: deletionAtMs, KeyState: state, PendingWindowInDays: days };
  },
  responseElements: ({ KeyId, DeletionDate, KeyState, PendingWindowInDays }) => ({
    keyId: KeyId,
    deletionDate: DeletionDate,
    keyState: KeyState,
    pendingWindowInDays: PendingWindowInDays,
  }),
});

function windowOf(days: number | undefined): number {
  return days ?? WINDOW_DAYS.max;
}
