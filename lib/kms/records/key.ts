import type { TableDefinition } from '../../world';
import type { KeySpec, KeyUsage } from '../rules/key-specs';

export type KeyState =
  | 'Creating'
  | 'Enabled'
  | 'Disabled'
  | 'PendingDeletion'
  | 'PendingImport'
  | 'PendingReplicaDeletion'
  | 'Unavailable'
  | 'Updating';

export type Origin = 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';

export interface Tag {
  readonly TagKey: string;
  readonly TagValue: string;
}

/** Automatic rotation, where it is on. */
export interface RotationSchedule {
  readonly periodDays: number;
  readonly nextAtMs: number;
}

/** One KMS key in one Region. Members of a multi-Region set are records of their own. */
export interface KeyRecord {
  readonly arn: string;
  /** UUID, or `mrk-` and 32 hex digits for a multi-Region key. */
  readonly keyId: string;
  readonly account: string;
  readonly region: string;
  readonly createdAtMs: number;
  readonly description: string;
  readonly keySpec: KeySpec;
  readonly keyUsage: KeyUsage;
  readonly origin: Origin;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly state: KeyState;
  /** Where Creating, Updating and Unavailable lead back to. */
  readonly stateAfter?: KeyState | undefined;
  /** When Creating or Updating ends. */
  readonly settlesAtMs?: number | undefined;
  /** PRIMARY or REPLICA; absent on a single-Region key. */
  readonly multiRegion?: 'PRIMARY' | 'REPLICA' | undefined;
  /** The key policy's JSON text, exactly as given. */
  readonly policy: string;
  readonly tags: readonly Tag[];
  /** Symmetric keys, once they have material. */
  readonly currentMaterialId?: string | undefined;
  readonly pendingDeletionWindowDays?: number | undefined;
  readonly deletionAtMs?: number | undefined;
  readonly rotation?: RotationSchedule | undefined;
  readonly onDemandRotations: number;
  /** An on-demand rotation is under way. */
  readonly onDemand?: { readonly startedAtMs: number; readonly endsAtMs: number } | undefined;
  readonly customKeyStoreId?: string | undefined;
  readonly xksKeyId?: string | undefined;
}

export const keys: TableDefinition<KeyRecord> = {
  name: 'kms-keys',
  id: (key) => key.arn,
  indexes: {
    owner: (key) => ownerOf(key.account, key.region),
    keyId: (key) => key.keyId,
    customerOwner: (key) => (key.manager === 'CUSTOMER' ? ownerOf(key.account, key.region) : undefined),
    customKeyStore: (key) => key.customKeyStoreId,
  },
  dueAtMs: nextDueMs,
};

/** Index key: all keys of an account in a Region. */
export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}

function nextDueMs(key: KeyRecord): number | undefined {
  let due = key.settlesAtMs;
  if (key.deletionAtMs !== undefined) due = sooner(due, key.deletionAtMs);
  if (key.onDemand) due = sooner(due, key.onDemand.endsAtMs);
  // A disabled key is not rotated; an overdue rotation happens once it is enabled.
  if (key.rotation && key.state === 'Enabled') due = sooner(due, key.rotation.nextAtMs);
  return due;
}

function sooner(a: number | undefined, b: number): number {
  return a === undefined ? b : Math.min(a, b);
}
