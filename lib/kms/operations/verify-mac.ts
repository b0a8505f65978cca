import { refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { hsmOf } from '../hsm/hsm';
import { refuseMac } from '../rules/macs';
import { grantTokens, keyId, macAlgorithm, message } from '../rules/shapes';
import { onlyMaterial } from '../use/asymmetric';

/**
 * Verifies an HMAC inside KMS. A wrong one is an error, never `MacValid: false`.
 * refuses: InvalidKeyUsage, KMSInvalidMac. fact: kms-engine 1.6, 2.4, 4.1
 */
export const verifyMac = declare({
  name: 'VerifyMac',
  about: 'Verifies the hash-based message authentication code of a message with an HMAC KMS key.',
  input: shape.structure(
    {
      Message: message,
      KeyId: keyId,
      MacAlgorithm: macAlgorithm,
      Mac: shape.blob({ min: 1, max: 6144 }),
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
    },
    ['Message', 'KeyId', 'MacAlgorithm', 'Mac'],
  ),
  output: shape.structure({ KeyId: shape.string(), MacValid: shape.boolean(), MacAlgorithm: shape.string() }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'VerifyMac',
      conditions: (input) => ({ 'kms:MacAlgorithm': [input.MacAlgorithm] }),
    },
  },
  handle: ({ input, call, keys: { key } }) => {
    const refusal = refuseMac(key, 'VerifyMac', input.MacAlgorithm);
    if (refusal) return refusal;
    const MacValid = hsmOf(call.world).macKey(onlyMaterial(call, key)).verify(input.Message, input.Mac);
    if (!MacValid) return refuse('KMSInvalidMacException');
    return { KeyId: key.arn, MacValid, MacAlgorithm: input.MacAlgorithm };
  },
});
