import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { primaryOf } from '../keys/multi-region';
import type { KeyRecord } from '../records/key';
import { refuseCustomStore } from '../rules/rotatable';
import { keyId } from '../rules/shapes';

/**
 * Says whether and when a key's material rotates. Members of a multi-Region set answer alike.
 * refuses: UnsupportedOperation (custom key stores). fact: kms-engine 1.6, 6.2.
 * assumed: a replica also reads as off while its primary is pending deletion
 */
export const getKeyRotationStatus = declare({
  name: 'GetKeyRotationStatus',
  about: 'Shows whether automatic rotation is on, its period and its next date.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  output: shape.structure({
    KeyRotationEnabled: shape.boolean(),
    KeyId: shape.string(),
    RotationPeriodInDays: shape.integer(),
    NextRotationDate: shape.timestamp(),
    OnDemandRotationStartDate: shape.timestamp(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  suits: refuseCustomStore,
  handle: ({ call, keys: { key } }) => {
    const primary = primaryOf(call.world, key);
    // The setting is kept through the waiting period and comes back with CancelKeyDeletion.
    const rotation = isDeleting(key) || isDeleting(primary) ? undefined : primary.rotation;
    return {
      KeyRotationEnabled: rotation !== undefined,
      KeyId: key.arn,
      RotationPeriodInDays: rotation?.periodDays,
      NextRotationDate: rotation?.nextAtMs,
      OnDemandRotationStartDate: primary.onDemand?.startedAtMs,
    };
  },
});

function isDeleting({ state }: KeyRecord): boolean {
  return state === 'PendingDeletion' || state === 'PendingReplicaDeletion';
}
