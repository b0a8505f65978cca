import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { contextConditions } from '../rules/condition-keys';
import { looksAtPermissionAlone, missingCiphertext } from '../rules/dry-run';
import {
  ciphertext,
  dryRunModifiers,
  encryptionAlgorithm,
  encryptionContext,
  grantTokens,
  keyId,
  recipient,
} from '../rules/shapes';
import { decryptUnder } from '../use/encryption';
import { forRecipient, recipientConditions, refuseRecipient } from '../use/recipient';

/**
 * Decrypts what Encrypt, GenerateDataKey or ReEncrypt made. A symmetric ciphertext names its key itself.
 * refuses: Validation, IncorrectKey, InvalidKeyUsage, InvalidCiphertext. fact: kms-engine 1.6, 5.2
 */
export const decrypt = declare({
  name: 'Decrypt',
  about: 'Decrypts ciphertext that was encrypted under a KMS key.',
  input: shape.structure({
    CiphertextBlob: ciphertext,
    EncryptionContext: encryptionContext,
    GrantTokens: grantTokens,
    KeyId: keyId,
    EncryptionAlgorithm: encryptionAlgorithm,
    Recipient: recipient,
    DryRun: shape.boolean(),
    DryRunModifiers: dryRunModifiers,
  }),
  output: shape.structure({
    KeyId: shape.string(),
    Plaintext: shape.blob({ sensitive: true }),
    EncryptionAlgorithm: shape.string(),
    CiphertextForRecipient: shape.blob(),
    KeyMaterialId: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      ciphertext: 'CiphertextBlob',
      grant: 'Decrypt',
      conditions: (input) => ({
        'kms:EncryptionAlgorithm': [input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'],
        ...contextConditions(input.EncryptionContext),
        ...recipientConditions(input.Recipient),
      }),
    },
  },
  validate: (input) => missingCiphertext(input, 'KeyId') ?? refuseRecipient(input.Recipient),
  handle: ({ input, call, keys: { key }, found }) => {
    const algorithm = input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    if (!input.CiphertextBlob || looksAtPermissionAlone(input)) {
      return { KeyId: key.arn, EncryptionAlgorithm: algorithm };
    }
    const ciphering = { key, algorithm, context: input.EncryptionContext, operation: 'Decrypt', call };
    const decrypted = decryptUnder(ciphering, input.CiphertextBlob, found.key.ciphertext);
    if (isRefusal(decrypted)) return decrypted;
    return {
      KeyId: key.arn,
      ...forRecipient(call, input.Recipient, 'Plaintext', decrypted.plaintext),
      EncryptionAlgorithm: algorithm,
      // Left out when the answer is for an enclave. fact: kms-engine 1.4
      KeyMaterialId: input.Recipient ? undefined : decrypted.materialId,
    };
  },
});
