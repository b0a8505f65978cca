import { refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { materialsOf } from '../keys/key-materials';
import { ALGORITHM_MEMBERS } from '../keys/metadata';
import { algorithmsOf, KEY_SPECS } from '../rules/key-specs';
import { invalidState } from '../rules/key-states';
import { grantTokens, keyId } from '../rules/shapes';
import { publicKeyFor } from '../use/asymmetric';

const algorithms = shape.list(shape.string());

/**
 * Gives an asymmetric key's public half, for use outside KMS.
 * refuses: UnsupportedOperation, KMSInvalidState. fact: kms-engine 1.6. assumed: no text (16)
 */
export const getPublicKey = declare({
  name: 'GetPublicKey',
  about: 'Gives the public key of an asymmetric KMS key.',
  input: shape.structure({ KeyId: keyId, GrantTokens: grantTokens }, ['KeyId']),
  output: shape.structure({
    KeyId: shape.string(),
    PublicKey: shape.blob(),
    CustomerMasterKeySpec: shape.string(),
    KeySpec: shape.string(),
    KeyUsage: shape.string(),
    EncryptionAlgorithms: algorithms,
    SigningAlgorithms: algorithms,
    KeyAgreementAlgorithms: algorithms,
    EncapsulationAlgorithms: algorithms,
  }),
  readOnly: true,
  crossAccount: true,
  keys: { key: { member: 'KeyId', accepts: 'any', grant: 'GetPublicKey' } },
  suits: (key) => {
    const { family } = KEY_SPECS[key.keySpec];
    return family === 'symmetric' || family === 'hmac' ? refuse('UnsupportedOperationException') : undefined;
  },
  handle: ({ call, keys: { key } }) => {
    // assumed: a key that never had material has no public half to give
    if (materialsOf(call.world, key.keyId).length === 0) return invalidState(`${key.arn} is pending import.`);
    return {
      KeyId: key.arn,
      PublicKey: publicKeyFor(call, key),
      CustomerMasterKeySpec: key.keySpec,
      KeySpec: key.keySpec,
      KeyUsage: key.keyUsage,
      [ALGORITHM_MEMBERS[key.keyUsage]]: algorithmsOf(key.keySpec, key.keyUsage),
    };
  },
});
