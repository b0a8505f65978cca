import type { TableDefinition } from '../../world';
import type { Wrapping } from '../hsm/wrapping-keys';

/**
 * Key material that somebody brought along, as it lies in one key of one Region: still wrapped. The bytes exist only
 * inside the HSM, which makes the wrapping key again from the seed and unwraps them.
 */
export interface ImportRecord {
  /** Members of a multi-Region set hold their copies one by one. */
  readonly keyArn: string;
  readonly materialId: string;
  /** EncryptedKeyMaterial in base64. */
  readonly wrapped: string;
  readonly wrapping: Wrapping;
  readonly importedAtMs: number;
  /** When KMS deletes it; absent where it does not expire. */
  readonly validToMs?: number | undefined;
}

export const imports: TableDefinition<ImportRecord> = {
  name: 'kms-imports',
  id: (held) => importId(held.keyArn, held.materialId),
  indexes: { key: (held) => held.keyArn, material: (held) => held.materialId },
  dueAtMs: (held) => held.validToMs,
};

export function importId(keyArn: string, materialId: string): string {
  return `${keyArn}/${materialId}`;
}
