import { hexToBytes } from '../../base';
import type { TableDefinition } from '../../world';
import { tagKey } from '../hsm/ciphertext';
import type { KeySpec } from '../rules/key-specs';

/**
 * A piece of key material, described. The bytes themselves exist only inside the HSM, which derives them
 * from the lab's seed and the material id, or unwraps them from what was imported.
 */
export interface MaterialRecord {
  /** 64 hex digits. */
  readonly materialId: string;
  /** Members of a multi-Region set share an id, and so their material. */
  readonly keyId: string;
  readonly spec: KeySpec;
  /** What a ciphertext carries of it: 32 bytes in hex, found again by `tag`. */
  readonly tag: string;
  /** Whether replicas still lack material that is pending rotation follows from who holds it. */
  readonly state: 'CURRENT' | 'NON_CURRENT' | 'PENDING_ROTATION';
  /** Its bytes come from outside: every key that has them holds an import. */
  readonly imported?: true | undefined;
  /** SubjectPublicKeyInfo in base64, of imported private keys: GetPublicKey answers without their material too. */
  readonly publicKey?: string | undefined;
  readonly createdAtMs: number;
  /** When it became current by a rotation. */
  readonly rotatedAtMs?: number | undefined;
  readonly rotationType?: 'AUTOMATIC' | 'ON_DEMAND' | undefined;
  readonly description?: string | undefined;
  /** How often the searches for the two RSA primes were repeated; makes replay instant. No secret. */
  readonly primeCounters?: readonly [number, number] | undefined;
  /** Order of creation within the key. */
  readonly ordinal: number;
}

export const materials: TableDefinition<MaterialRecord> = {
  name: 'kms-materials',
  // The id depends on the key id, so no two keys share one but those of a multi-Region set.
  id: (material) => material.materialId,
  indexes: { key: (material) => material.keyId, tag: (material) => tagKey(hexToBytes(material.tag)) },
};
