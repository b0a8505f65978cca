import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { sign as compute, SIGNATURE_RANDOM_LENGTH } from '../hsm/signatures';
import { grantTokens, keyId, message, messageType, signingAlgorithm } from '../rules/shapes';
import { messageOf, refuseSigning } from '../rules/signing';
import { keyPairFor } from '../use/asymmetric';

/**
 * Signs a message, or its digest, with the private key of an asymmetric KMS key.
 * refuses: InvalidKeyUsage, Validation. fact: kms-engine 1.6, 2.3
 */
export const sign = declare({
  name: 'Sign',
  about: 'Signs a message, or its digest, with the private key of an asymmetric KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      Message: message,
      MessageType: messageType,
      GrantTokens: grantTokens,
      SigningAlgorithm: signingAlgorithm,
      DryRun: shape.boolean(),
    },
    ['KeyId', 'Message', 'SigningAlgorithm'],
  ),
  output: shape.structure({
    KeyId: shape.string(),
    Signature: shape.blob(),
    SigningAlgorithm: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'Sign',
      conditions: (input) => ({
        'kms:SigningAlgorithm': [input.SigningAlgorithm],
        'kms:MessageType': [input.MessageType ?? 'RAW'],
      }),
    },
  },
  handle: ({ input, call, keys: { key } }) => {
    const toSign = messageOf(input);
    const refusal = refuseSigning(key, 'Sign', toSign);
    if (refusal) return refusal;
    const random = call.random('signature', SIGNATURE_RANDOM_LENGTH);
    const Signature = compute(keyPairFor(call, key), toSign, random);
    return { KeyId: key.arn, Signature, SigningAlgorithm: input.SigningAlgorithm };
  },
});
