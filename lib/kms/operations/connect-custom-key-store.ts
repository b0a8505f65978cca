import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { ensureLinkedRole } from '../linked-roles';
import { customKeyStoreId } from '../rules/shapes';
import { withClusterCheck } from '../stores/cluster-permission';
import { activeCluster, refuseConfiguration } from '../stores/clusters';
import { beginConnecting } from '../stores/connections';
import { findStore, refuseState } from '../stores/find-store';

/**
 * Begins to connect a store; whether that succeeds only DescribeCustomKeyStores tells.
 * refuses: CustomKeyStoreNotFound, CustomKeyStoreInvalidState, CloudHsmClusterNotActive,
 * CloudHsmClusterInvalidConfiguration. fact: kms-engine 1.6, 9.2.
 * assumed: a store that is connecting or connected goes on as it is; a missing cluster shows as the store's error code
 */
export const connectCustomKeyStore = declare({
  name: 'ConnectCustomKeyStore',
  about: 'Connects a custom key store to its CloudHSM cluster or its external key store proxy.',
  input: shape.structure({ CustomKeyStoreId: customKeyStoreId }, ['CustomKeyStoreId']),
  output: shape.structure({}),
  readOnly: false,
  keys: {},
  checks: withClusterCheck,
  handle: ({ input, call }) => {
    const store = findStore(call, input.CustomKeyStoreId);
    if (isRefusal(store)) return store;
    const refusal = refuseState(store, 'DISCONNECTED', 'CONNECTED', 'CONNECTING');
    if (refusal) return refusal;
    if (store.connectionState !== 'DISCONNECTED') return {};
    if (store.cluster) {
      const cluster = activeCluster(call.world, store, store.cluster.clusterId);
      if (isRefusal(cluster)) {
        if (cluster.name === 'CloudHsmClusterNotActiveException') return cluster;
      } else if (!cluster.isConfigured) return refuseConfiguration(cluster, 0);
      const denied = ensureLinkedRole(call, 'customKeyStores');
      if (denied) return denied;
    }
    beginConnecting(call.world, store);
    return {};
  },
  responseElements: () => undefined,
});
