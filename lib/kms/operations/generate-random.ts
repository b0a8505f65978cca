import { type Call, isRefusal, type Refusal, refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { validation } from '../rules/errors';
import { cryptographicCharge } from '../rules/quotas';
import { customKeyStoreId, numberOfBytes, recipient } from '../rules/shapes';
import { clusterTrouble } from '../stores/clusters';
import { findStore, refuseState } from '../stores/find-store';
import { forRecipient, recipientConditions, refuseRecipient } from '../use/recipient';

/**
 * Gives random bytes; no key is involved.
 * refuses: Validation, CustomKeyStoreNotFound, CustomKeyStoreInvalidState, UnsupportedOperation (external key stores).
 * fact: kms-engine 1.6, 4.3
 */
export const generateRandom = declare({
  name: 'GenerateRandom',
  about: 'Returns random bytes.',
  input: shape.structure({
    NumberOfBytes: numberOfBytes,
    CustomKeyStoreId: customKeyStoreId,
    Recipient: recipient,
  }),
  output: shape.structure({
    Plaintext: shape.blob({ sensitive: true }),
    CiphertextForRecipient: shape.blob(),
  }),
  readOnly: true,
  keys: {},
  charges: ({ input, region, principal }) => [
    cryptographicCharge(undefined, input.CustomKeyStoreId, { region, account: principal.account }),
  ],
  conditions: (input) => recipientConditions(input.Recipient),
  validate: (input) =>
    input.NumberOfBytes === undefined
      ? validation('NumberOfBytes is required.')
      : refuseRecipient(input.Recipient),
  handle: ({ input, call }) => {
    const refusal =
      input.CustomKeyStoreId === undefined ? undefined : refuseSource(call, input.CustomKeyStoreId);
    if (refusal) return refusal;
    const bytes = call.random('random', input.NumberOfBytes ?? 0);
    return forRecipient(call, input.Recipient, 'Plaintext', bytes);
  },
});

/** Only a connected CloudHSM cluster gives random bytes. assumed: the texts; a cluster out of reach is an invalid state */
function refuseSource(
  call: Pick<Call, 'world' | 'region' | 'principal'>,
  storeId: string,
): Refusal | undefined {
  const store = findStore(call, storeId);
  if (isRefusal(store)) return store;
  if (!store.cluster) return refuse('UnsupportedOperationException');
  const trouble = clusterTrouble(call.world, store, store.cluster);
  const outOfReach =
    trouble === undefined ? undefined : refuse('CustomKeyStoreInvalidStateException', trouble);
  return refuseState(store, 'CONNECTED') ?? outOfReach;
}
