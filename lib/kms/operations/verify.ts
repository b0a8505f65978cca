import { refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { verify as compute } from '../hsm/signatures';
import { grantTokens, keyId, message, messageType, signingAlgorithm } from '../rules/shapes';
import { messageOf, refuseSigning } from '../rules/signing';
import { keyPairFor } from '../use/asymmetric';

/**
 * Verifies a signature inside KMS. A wrong one is an error, never `SignatureValid: false`.
 * refuses: InvalidKeyUsage, Validation, KMSInvalidSignature. fact: kms-engine 1.6, 2.3, 4.1
 */
export const verify = declare({
  name: 'Verify',
  about: 'Verifies a signature that was made with the private key of an asymmetric KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      Message: message,
      MessageType: messageType,
      Signature: shape.blob({ min: 1, max: 6144 }),
      SigningAlgorithm: signingAlgorithm,
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
    },
    ['KeyId', 'Message', 'Signature', 'SigningAlgorithm'],
  ),
  output: shape.structure({
    KeyId: shape.string(),
    SignatureValid: shape.boolean(),
    SigningAlgorithm: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'Verify',
      conditions: (input) => ({
        'kms:SigningAlgorithm': [input.SigningAlgorithm],
        'kms:MessageType': [input.MessageType ?? 'RAW'],
      }),
    },
  },
  handle: ({ input, call, keys: { key } }) => {
    const signed = messageOf(input);
    const refusal = refuseSigning(key, 'Verify', signed);
    if (refusal) return refusal;
    const SignatureValid = compute(keyPairFor(call, key), signed, input.Signature);
    if (!SignatureValid) return refuse('KMSInvalidSignatureException');
    return { KeyId: key.arn, SignatureValid, SigningAlgorithm: input.SigningAlgorithm };
  },
});
