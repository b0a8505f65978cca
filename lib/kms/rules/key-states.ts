import { type Refusal, refuse } from '../../aws';
import type { KeyRecord } from '../records/key';

/**
 * What a key state makes of an operation: `ok`, or the footnote by which it fails.
 * fact: kms-engine 3.2 (columns in the order of the page; `-` cannot happen)
 */
type Cell =
  | 'ok'
  | '-'
  | 'disabled'
  | 'pendingDeletion'
  | 'notPendingDeletion'
  | 'pendingImport'
  | 'unavailable'
  | 'customStore'
  | 'creating'
  | 'updating';

export interface StateRow {
  readonly Enabled: Cell;
  readonly Disabled: Cell;
  /** PendingDeletion and PendingReplicaDeletion alike. */
  readonly PendingDeletion: Cell;
  readonly PendingImport: Cell;
  readonly Unavailable: Cell;
  readonly Creating: Cell;
  readonly Updating: Cell;
}

function row(cells: string): StateRow {
  const [Enabled, Disabled, PendingDeletion, PendingImport, Unavailable, Creating, Updating] = cells.split(
    ' ',
  ) as Cell[];
  return { Enabled, Disabled, PendingDeletion, PendingImport, Unavailable, Creating, Updating } as StateRow;
}

const ALWAYS = row('ok ok ok ok ok ok ok');
const CRYPTO = row('ok disabled pendingDeletion pendingImport unavailable creating ok');
const CRYPTO_NO_STORE = row('ok disabled pendingDeletion pendingImport - creating ok');
const PAIR = row('ok disabled pendingDeletion pendingImport customStore creating ok');
const NOT_DELETING = row('ok ok pendingDeletion ok ok ok ok');
const SWITCH = row('ok ok pendingDeletion pendingImport ok creating updating');
// Footnotes 6, 7 and 9 (the kind of key) are rules of the operation and come before its row.
const ROTATION = row('ok disabled pendingDeletion ok customStore creating ok');

/** fact: kms-engine 3.2, one row per operation that looks at a key's state */
export const KEY_STATE_ROWS = {
  CancelKeyDeletion: row(
    'notPendingDeletion notPendingDeletion ok notPendingDeletion notPendingDeletion notPendingDeletion notPendingDeletion',
  ),
  CreateAlias: NOT_DELETING,
  CreateGrant: row('ok disabled pendingDeletion pendingImport ok creating ok'),
  Decrypt: CRYPTO,
  Encrypt: CRYPTO,
  ReEncrypt: CRYPTO,
  GenerateDataKey: CRYPTO,
  GenerateDataKeyWithoutPlaintext: CRYPTO,
  GenerateDataKeyPair: PAIR,
  GenerateDataKeyPairWithoutPlaintext: PAIR,
  DeriveSharedSecret: CRYPTO_NO_STORE,
  Encapsulate: CRYPTO_NO_STORE,
  Decapsulate: CRYPTO_NO_STORE,
  GenerateMac: CRYPTO_NO_STORE,
  VerifyMac: CRYPTO_NO_STORE,
  Sign: CRYPTO_NO_STORE,
  Verify: CRYPTO_NO_STORE,
  DeleteAlias: ALWAYS,
  DeleteImportedKeyMaterial: row('ok ok ok ok - creating updating'),
  DescribeKey: ALWAYS,
  DisableKey: SWITCH,
  EnableKey: SWITCH,
  EnableKeyRotation: ROTATION,
  DisableKeyRotation: ROTATION,
  GetKeyLastUsage: ALWAYS,
  GetKeyPolicy: ALWAYS,
  ListKeyPolicies: ALWAYS,
  PutKeyPolicy: ALWAYS,
  GetKeyRotationStatus: row('ok ok ok ok customStore ok ok'),
  GetParametersForImport: row('ok ok pendingDeletion ok - creating updating'),
  GetPublicKey: row('ok ok pendingDeletion ok - creating ok'),
  ImportKeyMaterial: row('ok ok pendingDeletion ok - creating ok'),
  ListAliases: ALWAYS,
  ListGrants: ALWAYS,
  ListResourceTags: ALWAYS,
  ListKeyRotations: row('ok ok ok ok customStore ok ok'),
  ReplicateKey: row('ok disabled pendingDeletion pendingImport - creating updating'),
  RetireGrant: ALWAYS,
  RevokeGrant: ALWAYS,
  RotateKeyOnDemand: row('ok disabled pendingDeletion pendingImport customStore creating ok'),
  ScheduleKeyDeletion: row('ok ok pendingDeletion ok ok ok updating'),
  TagResource: NOT_DELETING,
  UntagResource: NOT_DELETING,
  UpdateKeyDescription: NOT_DELETING,
  UpdateAlias: NOT_DELETING,
  UpdatePrimaryRegion: row('ok disabled pendingDeletion pendingImport - creating ok'),
} as const satisfies Record<string, StateRow>;

export type StatefulOperation = keyof typeof KEY_STATE_ROWS;

/** Refuses when the key's state does not admit the operation. */
export function refuseForState(operation: StatefulOperation, key: KeyRecord): Refusal | undefined {
  const state = key.state === 'PendingReplicaDeletion' ? 'PendingDeletion' : key.state;
  const cell = KEY_STATE_ROWS[operation][state];
  return cell === 'ok' || cell === '-' ? undefined : FOOTNOTES[cell](key);
}

/** fact: kms-engine 3.2, the texts of the footnotes */
const FOOTNOTES: Record<Exclude<Cell, 'ok' | '-'>, (key: KeyRecord) => Refusal> = {
  disabled: (key) => refuse('DisabledException', `${key.arn} is disabled.`),
  pendingDeletion: (key) => invalidState(`${key.arn} is pending deletion.`),
  notPendingDeletion: (key) =>
    invalidState(`${key.arn} is not pending deletion (or pending replica deletion).`),
  pendingImport: (key) => invalidState(`${key.arn} is pending import.`),
  unavailable: (key) => invalidState(`${key.arn} is unavailable.`),
  customStore: (key) => wrongOrigin(key),
  creating: (key) => invalidState(`${key.arn} is creating.`),
  updating: (key) => invalidState(`${key.arn} is updating.`),
};

export function invalidState(message: string): Refusal {
  return refuse('KMSInvalidStateException', message);
}

/** fact: kms-engine 3.2 footnotes 6, 7 and 9 */
export function wrongOrigin(key: KeyRecord): Refusal {
  // The recordings end the sentence with a dot for these two origins and without one for custom key stores.
  const dot = key.origin === 'AWS_KMS' || key.origin === 'EXTERNAL' ? '.' : '';
  return refuse(
    'UnsupportedOperationException',
    `${key.arn} origin is ${key.origin} which is not valid for this operation${dot}`,
  );
}
