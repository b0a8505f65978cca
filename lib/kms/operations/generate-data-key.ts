import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { contextConditions } from '../rules/condition-keys';
import { refuseDataKeyLength } from '../rules/data-key-length';
import {
  dataKeySpec,
  encryptionContext,
  grantTokens,
  keyId,
  numberOfBytes,
  recipient,
} from '../rules/shapes';
import { generateDataKey as generate } from '../use/data-keys';
import { forRecipient, recipientConditions, refuseRecipient } from '../use/recipient';

/**
 * Makes a data key and gives it twice: in plaintext and encrypted under a symmetric KMS key.
 * refuses: Validation, InvalidKeyUsage. fact: kms-engine 1.6, 2.5
 */
export const generateDataKey = declare({
  name: 'GenerateDataKey',
  about: 'Makes a data key for use outside KMS: in plaintext, and encrypted under a KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      EncryptionContext: encryptionContext,
      NumberOfBytes: numberOfBytes,
      KeySpec: dataKeySpec,
      GrantTokens: grantTokens,
      Recipient: recipient,
      DryRun: shape.boolean(),
    },
    ['KeyId'],
  ),
  output: shape.structure({
    CiphertextBlob: shape.blob(),
    Plaintext: shape.blob({ sensitive: true }),
    KeyId: shape.string(),
    CiphertextForRecipient: shape.blob(),
    KeyMaterialId: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'GenerateDataKey',
      conditions: (input) => ({
        'kms:EncryptionAlgorithm': ['SYMMETRIC_DEFAULT'],
        ...contextConditions(input.EncryptionContext),
        ...recipientConditions(input.Recipient),
      }),
    },
  },
  validate: (input) => refuseDataKeyLength(input) ?? refuseRecipient(input.Recipient),
  handle: ({ input, call, keys: { key } }) => {
    const made = generate(call, key, input, 'GenerateDataKey');
    if (isRefusal(made)) return made;
    return {
      CiphertextBlob: made.blob,
      ...forRecipient(call, input.Recipient, 'Plaintext', made.plaintext),
      KeyId: key.arn,
      // Left out when the answer is for an enclave. fact: kms-engine 1.4
      KeyMaterialId: input.Recipient ? undefined : made.materialId,
    };
  },
});
