import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { hsmOf } from '../hsm/hsm';
import { refuseMac } from '../rules/macs';
import { grantTokens, keyId, macAlgorithm, message } from '../rules/shapes';
import { onlyMaterial } from '../use/asymmetric';

/**
 * Makes the HMAC of a message. The same message gives the same HMAC.
 * refuses: InvalidKeyUsage. fact: kms-engine 1.6, 2.4
 */
export const generateMac = declare({
  name: 'GenerateMac',
  about: 'Makes the hash-based message authentication code of a message with an HMAC KMS key.',
  input: shape.structure(
    {
      Message: message,
      KeyId: keyId,
      MacAlgorithm: macAlgorithm,
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
    },
    ['Message', 'KeyId', 'MacAlgorithm'],
  ),
  output: shape.structure({ Mac: shape.blob(), MacAlgorithm: shape.string(), KeyId: shape.string() }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'GenerateMac',
      conditions: (input) => ({ 'kms:MacAlgorithm': [input.MacAlgorithm] }),
    },
  },
  handle: ({ input, call, keys: { key } }) => {
    const refusal = refuseMac(key, 'GenerateMac', input.MacAlgorithm);
    if (refusal) return refusal;
    const Mac = hsmOf(call.world).macKey(onlyMaterial(call, key)).mac(input.Message);
    return { Mac, MacAlgorithm: input.MacAlgorithm, KeyId: key.arn };
  },
});
