import { type Call, type Refusal, refuse } from '../../aws';
import {
  type ConnectionState,
  type CustomKeyStoreRecord,
  customKeyStores,
} from '../records/custom-key-store';

type Asking = Pick<Call, 'world' | 'region' | 'principal'>;

/** Stores of the caller's account and Region. */
export function storesOf({ world, region, principal }: Asking): readonly CustomKeyStoreRecord[] {
  return world.table(customKeyStores).by('owner', `${principal.account}/${region}`);
}

/** refuses: CustomKeyStoreNotFound. assumed: without a text (kms-engine 4.1 has none) */
export function findStore(call: Asking, storeId: string): CustomKeyStoreRecord | Refusal {
  const store = call.world.table(customKeyStores).get(storeId);
  const isOwn = store?.account === call.principal.account && store.region === call.region;
  return isOwn ? store : refuse('CustomKeyStoreNotFoundException');
}

/** refuses: CustomKeyStoreInvalidState. fact: kms-engine 9.2. assumed: without a text */
export function refuseState(
  { connectionState }: CustomKeyStoreRecord,
  ...allowed: readonly ConnectionState[]
): Refusal | undefined {
  return allowed.includes(connectionState) ? undefined : refuse('CustomKeyStoreInvalidStateException');
}
