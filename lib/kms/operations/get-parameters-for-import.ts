import { isRefusal, shape } from '../../aws';
import { bytesToHex } from '../../base';
import { encodeSpki } from '../../crypto';
import { declare } from '../declaring/declare';
import { sealImportToken, TOKEN_NONCE_LENGTH } from '../hsm/import-tokens';
import { createWrapping, wrappingPublicKey } from '../hsm/wrapping-keys';
import { refuseOwnMaterial } from '../rules/import-parameters';
import { keyId } from '../rules/shapes';
import { refuseWrappingOf, wrappingOf } from '../rules/wrapping';

const TOKEN_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * Gives the public key under which material is to be wrapped, and the token that belongs to it, for 24 hours.
 * refuses: Validation (wrapping), UnsupportedOperation, KMSInvalidState. fact: kms-engine 1.6, 8.2
 */
export const getParametersForImport = declare({
  name: 'GetParametersForImport',
  about: 'Gives the public key and the import token with which key material is imported into a KMS key.',
  input: shape.structure(
    {
      KeyId: keyId,
      WrappingAlgorithm: shape.oneOf(
        'RSAES_PKCS1_V1_5',
        'RSAES_OAEP_SHA_1',
        'RSAES_OAEP_SHA_256',
        'RSA_AES_KEY_WRAP_SHA_1',
        'RSA_AES_KEY_WRAP_SHA_256',
        'SM2PKE',
      ),
      WrappingKeySpec: shape.oneOf('RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'),
    },
    ['KeyId', 'WrappingAlgorithm', 'WrappingKeySpec'],
  ),
  output: shape.structure({
    KeyId: shape.string(),
    ImportToken: shape.blob(),
    PublicKey: shape.blob({ sensitive: true }),
    ParametersValidTo: shape.timestamp(),
  }),
  readOnly: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (input) => ({
        'kms:WrappingAlgorithm': [input.WrappingAlgorithm],
        'kms:WrappingKeySpec': [input.WrappingKeySpec],
      }),
    },
  },
  validate: (input) => {
    const wrapping = wrappingOf(input);
    return isRefusal(wrapping) ? wrapping : undefined;
  },
  suits: refuseOwnMaterial,
  handle: ({ input, call, keys: { key } }) => {
    const offered = wrappingOf(input);
    if (isRefusal(offered)) return offered;
    const refusal = refuseWrappingOf(key, offered);
    if (refusal) return refusal;
    const { seed } = call.world;
    const wrappingKeyId = bytesToHex(call.random('wrapping-key', 16));
    const wrapping = createWrapping(seed, wrappingKeyId, offered.spec, offered.algorithm);
    const validToMs = call.nowMs + TOKEN_LIFE_MS;
    const nonce = call.random('import-token', TOKEN_NONCE_LENGTH);
    return {
      KeyId: key.arn,
      ImportToken: sealImportToken(seed, { keyArn: key.arn, wrapping, validToMs }, nonce),
      PublicKey: encodeSpki(wrappingPublicKey(seed, wrapping)),
      ParametersValidTo: validToMs,
    };
  },
});
