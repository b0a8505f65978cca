import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { contextConditions } from '../rules/condition-keys';
import { chargePair, refusePairKey, refusePairSpec } from '../rules/key-pairs';
import { encryptionContext, grantTokens, keyId, keyPairSpec } from '../rules/shapes';
import { generateDataKeyPair as generate } from '../use/data-key-pairs';

/**
 * As GenerateDataKeyPair, but the private half comes encrypted only.
 * refuses: UnsupportedOperation, Validation, InvalidKeyUsage. fact: kms-engine 1.6, 2.5
 */
export const generateDataKeyPairWithoutPlaintext = declare({
  name: 'GenerateDataKeyPairWithoutPlaintext',
  about: 'Makes an asymmetric data key pair; the private key comes only encrypted under a KMS key.',
  input: shape.structure(
    {
      EncryptionContext: encryptionContext,
      KeyId: keyId,
      KeyPairSpec: keyPairSpec,
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
    },
    ['KeyId', 'KeyPairSpec'],
  ),
  output: shape.structure({
    PrivateKeyCiphertextBlob: shape.blob(),
    PublicKey: shape.blob(),
    KeyId: shape.string(),
    KeyPairSpec: shape.string(),
    KeyMaterialId: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'GenerateDataKeyPairWithoutPlaintext',
      conditions: (input) => ({
        'kms:EncryptionAlgorithm': ['SYMMETRIC_DEFAULT'],
        'kms:DataKeyPairSpec': [input.KeyPairSpec],
        ...contextConditions(input.EncryptionContext),
      }),
    },
  },
  charges: chargePair,
  validate: refusePairSpec,
  suits: refusePairKey,
  handle: ({ input, call, keys: { key } }) => {
    const made = generate(
      call,
      key,
      input.KeyPairSpec,
      input.EncryptionContext,
      'GenerateDataKeyPairWithoutPlaintext',
    );
    if (isRefusal(made)) return made;
    return {
      PrivateKeyCiphertextBlob: made.blob,
      PublicKey: made.publicKey,
      KeyId: key.arn,
      KeyPairSpec: input.KeyPairSpec,
      KeyMaterialId: made.materialId,
    };
  },
});
