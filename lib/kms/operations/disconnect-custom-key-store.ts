import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { customKeyStoreId } from '../rules/shapes';
import { beginDisconnecting } from '../stores/connections';
import { findStore, refuseState } from '../stores/find-store';

/**
 * Disconnects a store. Its keys are unavailable until it is connected again.
 * refuses: CustomKeyStoreNotFound, CustomKeyStoreInvalidState. fact: kms-engine 1.6, 9.2
 */
export const disconnectCustomKeyStore = declare({
  name: 'DisconnectCustomKeyStore',
  about: 'Disconnects a custom key store, which makes its KMS keys unavailable.',
  input: shape.structure({ CustomKeyStoreId: customKeyStoreId }, ['CustomKeyStoreId']),
  output: shape.structure({}),
  readOnly: false,
  keys: {},
  handle: ({ input, call }) => {
    const store = findStore(call, input.CustomKeyStoreId);
    if (isRefusal(store)) return store;
    const refusal = refuseState(store, 'CONNECTED', 'CONNECTING', 'FAILED');
    if (refusal) return refusal;
    beginDisconnecting(call.world, store);
    return {};
  },
  responseElements: () => undefined,
});
