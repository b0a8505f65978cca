import { isRefusal, refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { customKeyStores } from '../records/custom-key-store';
import { keys } from '../records/key';
import { customKeyStoreId } from '../rules/shapes';
import { withClusterCheck } from '../stores/cluster-permission';
import { findStore, refuseState } from '../stores/find-store';

/**
 * Deletes an empty, disconnected store. Cluster, proxy and external keys stay as they are.
 * refuses: CustomKeyStoreNotFound, CustomKeyStoreHasCMKs, CustomKeyStoreInvalidState. fact: kms-engine 1.6.
 * assumed: keys are noticed before the state
 */
export const deleteCustomKeyStore = declare({
  name: 'DeleteCustomKeyStore',
  about: 'Deletes a custom key store that is disconnected and holds no KMS keys.',
  input: shape.structure({ CustomKeyStoreId: customKeyStoreId }, ['CustomKeyStoreId']),
  output: shape.structure({}),
  readOnly: false,
  keys: {},
  checks: withClusterCheck,
  handle: ({ input, call }) => {
    const store = findStore(call, input.CustomKeyStoreId);
    if (isRefusal(store)) return store;
    const held = call.world.table(keys).countBy('customKeyStore', store.storeId);
    if (held > 0) return refuse('CustomKeyStoreHasCMKsException');
    const refusal = refuseState(store, 'DISCONNECTED');
    if (refusal) return refusal;
    call.world.delete(customKeyStores, store.storeId);
    return {};
  },
  responseElements: () => undefined,
});
