import { type AwsWorld, isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { expirationModelOf, materialStateOf, materialsOf } from '../keys/key-materials';
import { pageOf } from '../paging';
import { importId, imports } from '../records/import';
import type { KeyRecord } from '../records/key';
import type { MaterialRecord } from '../records/material';
import { unsupportedKey } from '../rules/errors';
import { isSymmetric } from '../rules/key-specs';
import { refuseCustomStore } from '../rules/rotatable';
import { expirationModel, keyId, limitTo, marker } from '../rules/shapes';

const DEFAULT_LIMIT = 100;

const rotation = shape.structure({
  KeyId: shape.string(),
  KeyMaterialId: shape.string(),
  KeyMaterialDescription: shape.string(),
  ImportState: shape.oneOf('IMPORTED', 'PENDING_IMPORT'),
  KeyMaterialState: shape.oneOf(
    'NON_CURRENT',
    'CURRENT',
    'PENDING_ROTATION',
    'PENDING_MULTI_REGION_IMPORT_AND_ROTATION',
  ),
  ExpirationModel: expirationModel,
  ValidTo: shape.timestamp(),
  RotationDate: shape.timestamp(),
  RotationType: shape.oneOf('AUTOMATIC', 'ON_DEMAND'),
});

/**
 * Lists a key's completed rotations, oldest first, or all its material.
 * refuses: UnsupportedOperation (custom key stores), InvalidMarker. fact: kms-engine 1.6.
 * assumed: entries carry the key id, not the ARN; asking for all material of a kind of key that never rotates
 * is refused without a text
 */
export const listKeyRotations = declare({
  name: 'ListKeyRotations',
  about: 'Lists the completed rotations of a KMS key, or all its key material.',
  input: shape.structure(
    {
      KeyId: keyId,
      IncludeKeyMaterial: shape.oneOf('ALL_KEY_MATERIAL', 'ROTATIONS_ONLY'),
      Limit: limitTo(1000),
      Marker: marker,
    },
    ['KeyId'],
  ),
  output: shape.structure({
    Rotations: shape.list(rotation),
    NextMarker: shape.string(),
    Truncated: shape.boolean(),
  }),
  readOnly: true,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  suits: refuseCustomStore,
  handle: ({ input, call, keys: { key } }) => {
    const isAll = input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL';
    if (isAll && !isSymmetric(key.keySpec)) return unsupportedKey();
    const all = isSymmetric(key.keySpec) ? materialsOf(call.world, key.keyId) : [];
    const listed = isAll ? all : all.filter((material) => material.rotatedAtMs !== undefined);
    const page = pageOf(listed.map(placeOf), input, DEFAULT_LIMIT, `ListKeyRotations ${key.arn}`);
    if (isRefusal(page)) return page;
    const shown = listed.filter((material) => page.ids.includes(placeOf(material)));
    return { Rotations: shown.map((material) => entryOf(call.world, key, material)), ...page.rest };
  },
});

/** Orders material by age as text. */
function placeOf(material: MaterialRecord): string {
  return String(material.ordinal).padStart(8, '0');
}

function entryOf(world: AwsWorld, key: KeyRecord, material: MaterialRecord) {
  return {
    KeyId: key.keyId,
    KeyMaterialId: material.materialId,
    ...(key.origin === 'EXTERNAL' ? importedMembers(world, key, material) : undefined),
    KeyMaterialState: materialStateOf(world, material, key),
    RotationDate: material.rotatedAtMs,
    RotationType: material.rotationType,
  };
}

/** What a key of imported material shows besides. fact: kms-engine 1.6 */
function importedMembers(world: AwsWorld, key: KeyRecord, material: MaterialRecord) {
  const held = world.table(imports).get(importId(key.arn, material.materialId));
  return {
    KeyMaterialDescription: material.description,
    ImportState: held ? ('IMPORTED' as const) : ('PENDING_IMPORT' as const),
    ExpirationModel: held && expirationModelOf(held),
    ValidTo: held?.validToMs,
  };
}
