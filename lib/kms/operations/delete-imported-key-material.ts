import { refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { materialsOf, removeImport } from '../keys/key-materials';
import { validation } from '../rules/errors';
import { refuseOwnMaterial } from '../rules/import-parameters';
import { isSymmetric } from '../rules/key-specs';
import { keyId, keyMaterialId } from '../rules/shapes';

/**
 * Takes imported material out of a key at once. The same bytes can be imported again.
 * refuses: UnsupportedOperation, NotFound, Validation, KMSInvalidState. fact: kms-engine 1.6, 8.4.
 * assumed: an unknown material id is NotFound; asymmetric and HMAC keys take none
 */
export const deleteImportedKeyMaterial = declare({
  name: 'DeleteImportedKeyMaterial',
  about: 'Deletes key material that was imported into a KMS key.',
  input: shape.structure({ KeyId: keyId, KeyMaterialId: keyMaterialId }, ['KeyId']),
  output: shape.structure({ KeyId: shape.string(), KeyMaterialId: shape.string() }),
  readOnly: false,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  suits: refuseOwnMaterial,
  handle: ({ input, call, keys: { key } }) => {
    if (input.KeyMaterialId !== undefined && !isSymmetric(key.keySpec)) {
      return validation(`KeyMaterialId is not supported for KeySpec ${key.keySpec}`);
    }
    const known = materialsOf(call.world, key.keyId);
    const material = known.find(({ materialId, state }) =>
      input.KeyMaterialId === undefined ? state === 'CURRENT' : materialId === input.KeyMaterialId,
    );
    if (material) removeImport(call.world, key, material.materialId);
    else if (input.KeyMaterialId !== undefined) {
      return refuse('NotFoundException', `Key material ${input.KeyMaterialId} does not exist in ${key.arn}`);
    }
    return { KeyId: key.arn, KeyMaterialId: isSymmetric(key.keySpec) ? material?.materialId : undefined };
  },
  responseElements: ({ KeyId, KeyMaterialId }) => ({ keyId: KeyId, keyMaterialId: KeyMaterialId }),
});
