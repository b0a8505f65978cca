import { refuse, shape } from '../../aws';
import { declare } from '../declare';
import { forRecipient, recipientConditions, refuseRecipient } from '../recipient';
import { validation } from '../rules/errors';
import { customKeyStoreId, numberOfBytes, recipient } from '../rules/shapes';

/**
 * Gives random bytes; no key is involved.
 * refuses: Validation, CustomKeyStoreNotFound. fact: kms-engine 1.6, 4.3
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
  conditions: (input) => recipientConditions(input.Recipient),
  validate: (input) =>
    input.NumberOfBytes === undefined
      ? validation('NumberOfBytes is required.')
      : refuseRecipient(input.Recipient),
  handle: ({ input, call }) => {
    // The lab has no custom key stores yet, so none has this id.
    if (input.CustomKeyStoreId !== undefined) return refuse('CustomKeyStoreNotFoundException');
    const bytes = call.random('random', input.NumberOfBytes ?? 0);
    return forRecipient(call, input.Recipient, 'Plaintext', bytes);
  },
});
