import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { contextConditions } from '../rules/condition-keys';
import { chargePair, refusePairKey, refusePairSpec } from '../rules/key-pairs';
import { encryptionContext, grantTokens, keyId, keyPairSpec, recipient } from '../rules/shapes';
import { generateDataKeyPair as generate } from '../use/data-key-pairs';
import { forRecipient, recipientConditions, refuseRecipient } from '../use/recipient';

/**
 * Makes a key pair for use outside KMS; its private half comes in plaintext and encrypted.
 * refuses: UnsupportedOperation, Validation, InvalidKeyUsage. fact: kms-engine 1.6, 2.5
 */
export const generateDataKeyPair = declare({
  name: 'GenerateDataKeyPair',
  about:
    'Makes an asymmetric data key pair; the private key comes in plaintext and encrypted under a KMS key.',
  input: shape.structure(
    {
      EncryptionContext: encryptionContext,
      KeyId: keyId,
      KeyPairSpec: keyPairSpec,
      GrantTokens: grantTokens,
      Recipient: recipient,
      DryRun: shape.boolean(),
    },
    ['KeyId', 'KeyPairSpec'],
  ),
  output: shape.structure({
    PrivateKeyCiphertextBlob: shape.blob(),
    PrivateKeyPlaintext: shape.blob({ sensitive: true }),
    PublicKey: shape.blob(),
    KeyId: shape.string(),
    KeyPairSpec: shape.string(),
    CiphertextForRecipient: shape.blob(),
    KeyMaterialId: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'GenerateDataKeyPair',
      conditions: (input) => ({
        'kms:EncryptionAlgorithm': ['SYMMETRIC_DEFAULT'],
        'kms:DataKeyPairSpec': [input.KeyPairSpec],
        ...contextConditions(input.EncryptionContext),
        ...recipientConditions(input.Recipient),
      }),
    },
  },
  charges: chargePair,
  validate: (input) => refusePairSpec(input) ?? refuseRecipient(input.Recipient),
  suits: refusePairKey,
  handle: ({ input, call, keys: { key } }) => {
    const made = generate(call, key, input.KeyPairSpec, input.EncryptionContext, 'GenerateDataKeyPair');
    if (isRefusal(made)) return made;
    return {
      PrivateKeyCiphertextBlob: made.blob,
      ...forRecipient(call, input.Recipient, 'PrivateKeyPlaintext', made.privateKey),
      PublicKey: made.publicKey,
      KeyId: key.arn,
      KeyPairSpec: input.KeyPairSpec,
      // Left out when the answer is for an enclave. fact: kms-engine 1.4
      KeyMaterialId: input.Recipient ? undefined : made.materialId,
    };
  },
});
