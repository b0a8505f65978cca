import { shape } from '../../aws';
import { mlKemDecapsulate } from '../../crypto';
import { declare } from '../declaring/declare';
import { invalidCiphertext } from '../rules/errors';
import { encapsulationAlgorithm, grantTokens, keyId } from '../rules/shapes';
import { kemKeys, refuseKem } from '../use/kem';

/**
 * Recovers the shared secret that Encapsulate, or anybody with the public key, wrapped. A changed ciphertext of the
 * right length gives another secret and no error: FIPS 203's implicit rejection.
 * refuses: InvalidKeyUsage, InvalidCiphertext (length). fact: kms-engine 1.6
 */
export const decapsulate = declare({
  name: 'Decapsulate',
  about: 'Recovers a shared secret from its ciphertext with the private key of an ML-KEM KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      SharedSecretCiphertextBlob: shape.blob({ min: 1, max: 6144 }),
      EncapsulationAlgorithm: encapsulationAlgorithm,
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
    },
    ['KeyId', 'SharedSecretCiphertextBlob', 'EncapsulationAlgorithm'],
  ),
  output: shape.structure({
    KeyId: shape.string(),
    SharedSecret: shape.blob({ sensitive: true }),
    EncapsulationAlgorithm: shape.string(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: { key: { member: 'KeyId', accepts: 'any', grant: 'Decapsulate' } },
  handle: ({ input, call, keys: { key } }) => {
    const refusal = refuseKem(key, 'Decapsulate', input.EncapsulationAlgorithm);
    if (refusal) return refusal;
    const { name, decapsulationKey } = kemKeys(call, key);
    const SharedSecret = mlKemDecapsulate(name, decapsulationKey, input.SharedSecretCiphertextBlob);
    if (!SharedSecret) return invalidCiphertext();
    return { KeyId: key.arn, SharedSecret, EncapsulationAlgorithm: input.EncapsulationAlgorithm };
  },
});
