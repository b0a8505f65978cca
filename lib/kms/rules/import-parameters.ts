import type { Refusal } from '../../aws';
import type { KeyRecord } from '../records/key';
import { notPrimary, validation } from './errors';
import { isSymmetric } from './key-specs';
import { wrongOrigin } from './key-states';

export type ImportType = 'NEW_KEY_MATERIAL' | 'EXISTING_KEY_MATERIAL';

/** The members of ImportKeyMaterial beside token and material. */
export interface ImportParameters {
  readonly ValidTo?: number | undefined;
  readonly ExpirationModel?: 'KEY_MATERIAL_EXPIRES' | 'KEY_MATERIAL_DOES_NOT_EXPIRE' | undefined;
  readonly ImportType?: ImportType | undefined;
  readonly KeyMaterialDescription?: string | undefined;
  readonly KeyMaterialId?: string | undefined;
}

const LONGEST_LIFE_MS = 365 * 24 * 60 * 60 * 1000;

/** fact: kms-engine 8.3, 4.3 (the missing date is recorded), 4.4. assumed: the other texts */
export function refuseExpiry({ ExpirationModel, ValidTo }: ImportParameters, nowMs: number) {
  if (ExpirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE') {
    return ValidTo === undefined
      ? undefined
      : validation('ValidTo must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE');
  }
  if (ValidTo === undefined) {
    return validation('A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES');
  }
  if (ValidTo <= nowMs) return validation('ValidTo must be in the future');
  return ValidTo - nowMs > LONGEST_LIFE_MS ? validation('ValidTo must be within 365 days') : undefined;
}

/**
 * @param importType the one given, or its default
 * fact: kms-engine 8.3. assumed: the texts
 */
export function refuseMaterialParameters(
  key: KeyRecord,
  request: ImportParameters,
  importType: ImportType,
): Refusal | undefined {
  const { ImportType, KeyMaterialDescription, KeyMaterialId } = request;
  const isGiven = ImportType ?? KeyMaterialDescription ?? KeyMaterialId;
  if (!isSymmetric(key.keySpec)) {
    return isGiven === undefined
      ? undefined
      : validation(
          `ImportType, KeyMaterialDescription and KeyMaterialId are not supported for KeySpec ${key.keySpec}`,
        );
  }
  if (importType === 'NEW_KEY_MATERIAL' && KeyMaterialId !== undefined) {
    return validation('KeyMaterialId is supported only for ImportType EXISTING_KEY_MATERIAL');
  }
  const isPrimarys = importType === 'NEW_KEY_MATERIAL' || KeyMaterialDescription !== undefined;
  return isPrimarys && key.multiRegion === 'REPLICA' ? notPrimary(key) : undefined;
}

/** Material is imported only into keys made for it. fact: kms-engine 3.2 footnote 9 */
export function refuseOwnMaterial(key: KeyRecord): Refusal | undefined {
  return key.origin === 'EXTERNAL' ? undefined : wrongOrigin(key);
}
