import { type AwsWorld, type Refusal, refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { pendingMaterial } from '../keys/key-materials';
import { refuseReplica } from '../keys/multi-region';
import { ON_DEMAND_ROTATION_MS, ROTATION_CLASH_MS } from '../keys/rotation';
import { type KeyRecord, keys } from '../records/key';
import { invalidState } from '../rules/key-states';
import { onDemandRotationsReached } from '../rules/limits';
import { refuseUnrotatable } from '../rules/rotatable';
import { keyId } from '../rules/shapes';

/**
 * Begins to give a key new material, outside the automatic schedule and without moving it.
 * refuses: UnsupportedOperation, LimitExceeded, Conflict, KMSInvalidState. fact: kms-engine 1.6, 6.3, 6.4
 */
export const rotateKeyOnDemand = declare({
  name: 'RotateKeyOnDemand',
  about: 'Rotates the key material of a KMS key now.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  output: shape.structure({ KeyId: shape.string() }),
  readOnly: false,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  suits: refuseUnrotatable,
  handle: ({ call, keys: { key } }) => {
    const refusal =
      refuseReplica(key) ??
      onDemandRotationsReached(key.onDemandRotations, key.arn) ??
      refuseClash(key, call.nowMs) ??
      refuseWithoutMaterial(call.world, key);
    if (refusal) return refusal;
    call.world.put(keys, {
      ...key,
      onDemandRotations: key.onDemandRotations + 1,
      onDemand: { startedAtMs: call.nowMs, endsAtMs: call.nowMs + ON_DEMAND_ROTATION_MS },
    });
    return { KeyId: key.arn };
  },
});

/** assumed: the text, and that an on-demand rotation under way clashes as an automatic one does */
function refuseClash(key: KeyRecord, nowMs: number): Refusal | undefined {
  const isNear = key.rotation && key.rotation.nextAtMs - nowMs <= ROTATION_CLASH_MS;
  if (!key.onDemand && !isNear) return undefined;
  return refuse('ConflictException', `A rotation of ${key.arn} is in progress or about to begin.`);
}

function refuseWithoutMaterial(world: AwsWorld, key: KeyRecord): Refusal | undefined {
  if (key.origin !== 'EXTERNAL' || pendingMaterial(world, key)) return undefined;
  return invalidState(`No available key material pending rotation for the key: ${key.arn}.`);
}
