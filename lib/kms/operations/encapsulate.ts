import { shape } from '../../aws';
import { needs } from '../../base';
import { mlKemEncapsulate } from '../../crypto';
import { declare } from '../declaring/declare';
import { encapsulationAlgorithm, grantTokens, keyId } from '../rules/shapes';
import { kemKeys, refuseKem } from '../use/kem';

const RANDOM_LENGTH = 32;

/**
 * Makes a fresh shared secret and wraps it under the public half of an ML-KEM key.
 * refuses: InvalidKeyUsage. fact: kms-engine 1.6, 2.4
 */
export const encapsulate = declare({
  name: 'Encapsulate',
  about: 'Makes a fresh shared secret and its ciphertext under the public key of an ML-KEM KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      EncapsulationAlgorithm: encapsulationAlgorithm,
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
    },
    ['KeyId', 'EncapsulationAlgorithm'],
  ),
  output: shape.structure({
    KeyId: shape.string(),
    SharedSecret: shape.blob({ sensitive: true }),
    SharedSecretCiphertextBlob: shape.blob(),
    EncapsulationAlgorithm: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: { key: { member: 'KeyId', accepts: 'any', grant: 'Encapsulate' } },
  handle: ({ input, call, keys: { key } }) => {
    const refusal = refuseKem(key, 'Encapsulate', input.EncapsulationAlgorithm);
    if (refusal) return refusal;
    const { name, encapsulationKey } = kemKeys(call, key);
    const made = mlKemEncapsulate(name, encapsulationKey, call.random('encapsulation', RANDOM_LENGTH));
    needs(made, `${key.arn} has a public key that can be used`);
    return {
      KeyId: key.arn,
      SharedSecret: made.sharedSecret,
      SharedSecretCiphertextBlob: made.ciphertext,
      EncapsulationAlgorithm: input.EncapsulationAlgorithm,
    };
  },
});
