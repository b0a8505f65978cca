import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { contextConditions } from '../rules/condition-keys';
import { refuseDataKeyLength } from '../rules/data-key-length';
import { dataKeySpec, encryptionContext, grantTokens, keyId, numberOfBytes } from '../rules/shapes';
import { generateDataKey } from '../use/data-keys';

/**
 * Makes a data key for later: encrypted under a symmetric KMS key, its plaintext shown to nobody.
 * refuses: Validation, InvalidKeyUsage. fact: kms-engine 1.6, 2.5
 */
export const generateDataKeyWithoutPlaintext = declare({
  name: 'GenerateDataKeyWithoutPlaintext',
  about: 'Makes a data key and returns it encrypted under a KMS key only.',
  input: shape.structure(
    {
      KeyId: keyId,
      EncryptionContext: encryptionContext,
      KeySpec: dataKeySpec,
      NumberOfBytes: numberOfBytes,
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
    },
    ['KeyId'],
  ),
  output: shape.structure({
    CiphertextBlob: shape.blob(),
    KeyId: shape.string(),
    KeyMaterialId: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'GenerateDataKeyWithoutPlaintext',
      conditions: (input) => ({
        'kms:EncryptionAlgorithm': ['SYMMETRIC_DEFAULT'],
        ...contextConditions(input.EncryptionContext),
      }),
    },
  },
  validate: refuseDataKeyLength,
  handle: ({ input, call, keys: { key } }) => {
    const made = generateDataKey(call, key, input, 'GenerateDataKeyWithoutPlaintext');
    if (isRefusal(made)) return made;
    return { CiphertextBlob: made.blob, KeyId: key.arn, KeyMaterialId: made.materialId };
  },
});
