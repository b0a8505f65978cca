import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { contextConditions } from '../rules/condition-keys';
import { encryptionAlgorithm, encryptionContext, grantTokens, keyId, plaintext } from '../rules/shapes';
import { encryptUnder } from '../use/encryption';

/**
 * Encrypts up to 4,096 bytes under a KMS key.
 * refuses: InvalidKeyUsage, Validation (length for the algorithm). fact: kms-engine 1.6, 2.2
 */
export const encrypt = declare({
  name: 'Encrypt',
  about: 'Encrypts up to 4,096 bytes of data under a KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      Plaintext: plaintext,
      EncryptionContext: encryptionContext,
      GrantTokens: grantTokens,
      EncryptionAlgorithm: encryptionAlgorithm,
      DryRun: shape.boolean(),
    },
    ['KeyId', 'Plaintext'],
  ),
  output: shape.structure({
    CiphertextBlob: shape.blob(),
    KeyId: shape.string(),
    EncryptionAlgorithm: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'Encrypt',
      conditions: (input) => ({
        'kms:EncryptionAlgorithm': [input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'],
        ...contextConditions(input.EncryptionContext),
      }),
    },
  },
  handle: ({ input, call, keys: { key } }) => {
    const algorithm = input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    const ciphering = { key, algorithm, context: input.EncryptionContext, operation: 'Encrypt', call };
    const encrypted = encryptUnder(ciphering, input.Plaintext);
    if (isRefusal(encrypted)) return encrypted;
    return { CiphertextBlob: encrypted.blob, KeyId: key.arn, EncryptionAlgorithm: algorithm };
  },
  // The answer does not name the material; the trail does.
  additionalEventData: (_output, { key: { key } }) =>
    key?.currentMaterialId === undefined ? undefined : { keyMaterialId: key.currentMaterialId },
});
