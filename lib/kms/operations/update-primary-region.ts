import { type Call, type Charge, isRegion, regionalArn, shape } from '../../aws';
import { KeyAccess } from '../declaring/checks';
import { declare } from '../declaring/declare';
import { PROMOTION_MS } from '../keys/multi-region';
import { type KeyRecord, keys } from '../records/key';
import { keyNotFound, notPrimary } from '../rules/errors';
import { KEY_STATE_ROWS, refuseForState } from '../rules/key-states';
import { operationCharge } from '../rules/quotas';
import { keyId, region } from '../rules/shapes';

const input = shape.structure({ KeyId: keyId, PrimaryRegion: region }, ['KeyId', 'PrimaryRegion']);
type Input = NonNullable<(typeof input)['type']>;

/**
 * Makes a replica the primary of its set, and the primary a replica.
 * refuses: UnsupportedOperation, NotFound, Disabled, KMSInvalidState. fact: kms-engine 1.6, 7.2.
 * assumed: a Region without a replica is NotFound; the roles change at once and only the state Updating lasts
 */
export const updatePrimaryRegion = declare({
  name: 'UpdatePrimaryRegion',
  about: 'Makes a replica the primary key of its multi-Region set.',
  input,
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (request) => ({ 'kms:PrimaryRegion': [request.PrimaryRegion] }),
    },
  },
  charges,
  checks: (own, call, { key: { key } }) => {
    const replica = key && replicaIn(call, key);
    const conditions = () => ({ 'kms:PrimaryRegion': [call.input.PrimaryRegion] });
    return replica
      ? [...own, new KeyAccess('kms:UpdatePrimaryRegion', replica, call as Call, conditions)]
      : own;
  },
  handle: ({ input: request, call, keys: { key } }) => {
    if (key.multiRegion !== 'PRIMARY') return notPrimary(key);
    const replica = replicaIn(call, key);
    if (!replica) return keyNotFound(arnIn(key, request.PrimaryRegion));
    const refusal = refuseForState(KEY_STATE_ROWS.UpdatePrimaryRegion, replica);
    if (refusal) return refusal;
    const { rotation, onDemand, onDemandRotations } = key;
    const shared = { rotation, onDemand, onDemandRotations };
    const left = { rotation: undefined, onDemand: undefined, onDemandRotations: 0 };
    call.world.put(keys, { ...updating(key, call.nowMs), ...left, multiRegion: 'REPLICA' });
    call.world.put(keys, { ...updating(replica, call.nowMs), ...shared, multiRegion: 'PRIMARY' });
    return undefined;
  },
});

/** It counts in both Regions. fact: kms-engine 12.3 */
function charges(call: Call<Input>): readonly Charge[] {
  const { account } = call.principal;
  const here = operationCharge('UpdatePrimaryRegion', { region: call.region, account });
  const there = call.input.PrimaryRegion;
  if (there === call.region || !isRegion(there)) return [here];
  return [here, operationCharge('UpdatePrimaryRegion', { region: there, account })];
}

/** The member of the set in the Region that is to hold the primary. */
function replicaIn({ world, input: { PrimaryRegion } }: Call<Input>, key: KeyRecord): KeyRecord | undefined {
  const member = world.table(keys).get(arnIn(key, PrimaryRegion));
  return member === key ? undefined : member;
}

function arnIn(key: KeyRecord, place: string): string {
  return regionalArn('kms', place, key.account, `key/${key.keyId}`);
}

function updating(key: KeyRecord, nowMs: number): KeyRecord {
  return { ...key, state: 'Updating', stateAfter: 'Enabled', settlesAtMs: nowMs + PROMOTION_MS };
}
