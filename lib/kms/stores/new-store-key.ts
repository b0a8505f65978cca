import { type Call, isRefusal, type Refusal, refuse } from '../../aws';
import { keys } from '../records/key';
import { validation } from '../rules/errors';
import { type NewKeyRequest, originOf } from '../rules/new-keys';
import { clusterIn, refuseConfiguration } from './clusters';
import { findStore, refuseState } from './find-store';
import { refuseExternalKey } from './proxies';

/** A key is backed by HSMs in so many Availability Zones when it is made. fact: kms-engine 9.1 */
const ZONES = 2;

/**
 * What keeps CreateKey from making a key in a custom key store; nothing for keys of KMS's own store.
 * refuses: CustomKeyStoreNotFound, CustomKeyStoreInvalidState, Validation, CloudHsmClusterInvalidConfiguration,
 * XksKeyAlreadyInUse, XksKeyNotFound, XksKeyInvalidConfiguration. fact: kms-engine 1.6, 9.1, 9.6.
 * assumed: the text for an Origin that is not the store's
 */
export function refuseStoreKey(
  call: Pick<Call, 'world' | 'region' | 'principal'>,
  request: NewKeyRequest,
): Refusal | undefined {
  if (request.CustomKeyStoreId === undefined) return undefined;
  const { world } = call;
  const store = findStore(call, request.CustomKeyStoreId);
  if (isRefusal(store)) return store;
  const origin = originOf(request);
  if (origin !== (store.cluster ? 'AWS_CLOUDHSM' : 'EXTERNAL_KEY_STORE')) {
    return validation(`Origin ${origin} is not valid for the custom key store ${store.storeId}`);
  }
  const refusal = refuseState(store, 'CONNECTED');
  if (refusal) return refusal;
  if (store.cluster) {
    const cluster = clusterIn(world, store, store.cluster.clusterId);
    return cluster
      ? refuseConfiguration(cluster, ZONES)
      : refuse('CloudHsmClusterInvalidConfigurationException');
  }
  const { XksKeyId } = request;
  if (!store.proxy || XksKeyId === undefined) return undefined;
  const held = world.table(keys).by('customKeyStore', store.storeId);
  if (held.some(({ xksKeyId }) => xksKeyId === XksKeyId)) return refuse('XksKeyAlreadyInUseException');
  return refuseExternalKey(world, store.proxy, XksKeyId);
}
