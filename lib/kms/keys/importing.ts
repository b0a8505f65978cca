import { type Call, isRefusal, type Refusal, refuse } from '../../aws';
import { encodeBase64 } from '../../base';
import { openImportToken } from '../hsm/import-tokens';
import { canonicalMaterial, materialNames, publicHalf } from '../hsm/imported-material';
import { unwrap } from '../hsm/wrapping-keys';
import { type ImportRecord, imports } from '../records/import';
import { type KeyRecord, keys } from '../records/key';
import { type MaterialRecord, materials } from '../records/material';
import type { ImportParameters, ImportType } from '../rules/import-parameters';
import { isSymmetric } from '../rules/key-specs';
import { invalidState } from '../rules/key-states';
import { materialsOf, newMaterial, settleImportState } from './key-materials';

/** What ImportKeyMaterial brings. */
export interface ImportRequest extends ImportParameters {
  readonly ImportToken: Uint8Array;
  readonly EncryptedKeyMaterial: Uint8Array;
}

type World = Pick<Call, 'world' | 'nowMs'>;
/** Material that fits the key's spec, by its names, and how it came. */
interface Brought {
  readonly materialId: string;
  readonly tag: string;
  readonly publicKey: string | undefined;
  readonly held: Pick<ImportRecord, 'wrapped' | 'wrapping'>;
}

/** Left out, an import brings new material to a key that never had any, and the same again to others. fact: kms-engine 8.3 */
export function importTypeOf(
  world: Call['world'],
  { keyId }: KeyRecord,
  { ImportType }: ImportParameters,
): ImportType {
  if (ImportType !== undefined) return ImportType;
  return materialsOf(world, keyId).length === 0 ? 'NEW_KEY_MATERIAL' : 'EXISTING_KEY_MATERIAL';
}

/**
 * Opens what was brought. The bytes stay in here: only their names and their wrapping go on.
 * refuses: InvalidImportToken, ExpiredImportToken, InvalidCiphertext, IncorrectKeyMaterial. fact: kms-engine 4.1, 8.3
 */
export function openImport(call: World, key: KeyRecord, request: ImportRequest): Brought | Refusal {
  const { seed } = call.world;
  const token = openImportToken(seed, request.ImportToken);
  if (token?.keyArn !== key.arn) return refuse('InvalidImportTokenException');
  if (call.nowMs >= token.validToMs) return refuse('ExpiredImportTokenException');
  const bytes = unwrap(seed, token.wrapping, request.EncryptedKeyMaterial);
  if (!bytes) return refuse('InvalidCiphertextException');
  const canonical = canonicalMaterial(key.keySpec, bytes);
  if (!canonical) return incorrectMaterial();
  const held = { wrapped: encodeBase64(request.EncryptedKeyMaterial), wrapping: token.wrapping };
  const spki = publicHalf(key.keySpec, canonical);
  return { ...materialNames(seed, key.keyId, canonical), publicKey: spki && encodeBase64(spki), held };
}

/**
 * Puts opened material into a key. refuses: IncorrectKeyMaterial, KMSInvalidState. fact: kms-engine 6.4, 7.4, 8.3
 * assumed: a replica shows the wrong kind of import as the wrong material
 */
export function acceptImport(
  call: World,
  key: KeyRecord,
  request: ImportRequest,
  brought: Brought,
): MaterialRecord | Refusal {
  const { world } = call;
  const material = choose(call, key, request, brought);
  if (isRefusal(material)) return material;
  const description = request.KeyMaterialDescription ?? material.description;
  const stored = world.put(materials, { ...material, description });
  world.put(imports, {
    keyArn: key.arn,
    materialId: stored.materialId,
    ...brought.held,
    importedAtMs: call.nowMs,
    validToMs: request.ValidTo,
  });
  if (isSymmetric(key.keySpec) && stored.state === 'CURRENT') {
    world.put(keys, { ...key, currentMaterialId: stored.materialId });
  }
  settleImportState(world, key.arn);
  return stored;
}

/** The material that was brought: one the key knows, or a new one. */
function choose(
  { world, nowMs }: World,
  key: KeyRecord,
  request: ImportRequest,
  { materialId, tag, publicKey }: Brought,
): MaterialRecord | Refusal {
  const known = materialsOf(world, key.keyId);
  const same = known.find((material) => material.materialId === materialId);
  if (importTypeOf(world, key, request) === 'EXISTING_KEY_MATERIAL') {
    const isNamed = request.KeyMaterialId === undefined || request.KeyMaterialId === materialId;
    return same && isNamed ? same : incorrectMaterial();
  }
  if (same) return incorrectMaterial();
  const pending = newMaterial(world, key.keyId);
  if (pending) return otherIsPending(key, materialId, pending);
  const ordinal = (known.at(-1)?.ordinal ?? -1) + 1;
  const state = ordinal === 0 ? 'CURRENT' : 'PENDING_ROTATION';
  const { keyId, keySpec } = key;
  const made = { createdAtMs: nowMs, ordinal, imported: true, publicKey } as const;
  return { materialId, keyId, spec: keySpec, tag, state, ...made };
}

function incorrectMaterial(): Refusal {
  return refuse('IncorrectKeyMaterialException');
}

/** The text is recorded. fact: kms-engine 4.1 */
function otherIsPending(key: KeyRecord, newId: string, pending: MaterialRecord): Refusal {
  return invalidState(
    `New key material (id: ${newId}) cannot be imported into KMS key ${key.arn}, because another key material (id: ${pending.materialId}) is pending rotation.`,
  );
}
