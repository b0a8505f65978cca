import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { acceptImport, importTypeOf, openImport } from '../keys/importing';
import { refuseExpiry, refuseMaterialParameters, refuseOwnMaterial } from '../rules/import-parameters';
import { isSymmetric } from '../rules/key-specs';
import { expirationModel, keyId, keyMaterialId } from '../rules/shapes';

/**
 * Puts wrapped key material into a key, for ever or for a while: its first, the same again, or new material for the
 * next rotation.
 * refuses: Validation, InvalidImportToken, ExpiredImportToken, InvalidCiphertext, IncorrectKeyMaterial,
 * UnsupportedOperation, KMSInvalidState. fact: kms-engine 1.6, 8.3
 */
export const importKeyMaterial = declare({
  name: 'ImportKeyMaterial',
  about: 'Imports wrapped key material into a KMS key of origin EXTERNAL.',
  input: shape.structure(
    {
      KeyId: keyId,
      ImportToken: shape.blob({ min: 1, max: 6144 }),
      EncryptedKeyMaterial: shape.blob({ min: 1, max: 6144 }),
      ValidTo: shape.timestamp(),
      ExpirationModel: expirationModel,
      ImportType: shape.oneOf('NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL'),
      KeyMaterialDescription: shape.string({ min: 0, max: 256, pattern: '^[a-zA-Z0-9:/_\\s.-]+$' }),
      KeyMaterialId: keyMaterialId,
    },
    ['KeyId', 'ImportToken', 'EncryptedKeyMaterial'],
  ),
  output: shape.structure({ KeyId: shape.string(), KeyMaterialId: shape.string() }),
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      // Left out, the default is not in the request. fact: authorization 7 (kms:ExpirationModel, kms:ValidTo)
      conditions: ({ ExpirationModel, ValidTo }) => ({
        'kms:ExpirationModel': ExpirationModel && [ExpirationModel],
        'kms:ValidTo': ValidTo === undefined ? undefined : [String(Math.floor(ValidTo / 1000))],
      }),
    },
  },
  validate: (input, call) => refuseExpiry(input, call.nowMs),
  suits: refuseOwnMaterial,
  handle: ({ input, call, keys: { key } }) => {
    const refusal = refuseMaterialParameters(key, input, importTypeOf(call.world, key, input));
    if (refusal) return refusal;
    const brought = openImport(call, key, input);
    if (isRefusal(brought)) return brought;
    const material = acceptImport(call, key, input, brought);
    if (isRefusal(material)) return material;
    return { KeyId: key.arn, KeyMaterialId: isSymmetric(key.keySpec) ? material.materialId : undefined };
  },
  responseElements: ({ KeyId, KeyMaterialId }) => ({ keyId: KeyId, keyMaterialId: KeyMaterialId }),
});
