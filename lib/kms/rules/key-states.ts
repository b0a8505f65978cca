import { type Refusal, refuse } from '../../aws';
import type { KeyRecord } from '../records/key';

/**
 * What a key state makes of an operation: `ok`, or the footnote by which it fails; `-` cannot happen.
 * `origin` is footnotes 6, 7 and 9: a key in this state is of a kind that the operation never works on.
 * fact: kms-engine 3.2
 */
type Cell =
  | 'ok'
  | '-'
  | 'disabled'
  | 'deleting'
  | 'notDeleting'
  | 'importing'
  | 'unavailable'
  | 'origin'
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

/** Columns in the order of the page: Enabled Disabled PendingDeletion PendingImport Unavailable Creating Updating. */
function row(cells: string): StateRow {
  const [Enabled, Disabled, PendingDeletion, PendingImport, Unavailable, Creating, Updating] = cells.split(
    ' ',
  ) as [Cell, Cell, Cell, Cell, Cell, Cell, Cell];
  return { Enabled, Disabled, PendingDeletion, PendingImport, Unavailable, Creating, Updating };
}

const ALWAYS = row('ok ok ok ok ok ok ok');
const CRYPTO = row('ok disabled deleting importing unavailable creating ok');
const CRYPTO_NO_STORE = row('ok disabled deleting importing - creating ok');
const PAIR = row('ok disabled deleting importing origin creating ok');
const UNLESS_DELETING = row('ok ok deleting ok ok ok ok');
const SWITCH = row('ok ok deleting importing ok creating updating');
const ROTATION_SETTING = row('ok disabled deleting origin origin creating ok');

/** fact: kms-engine 3.2, one row per operation that looks at a key's state */
export const KEY_STATE_ROWS = {
  CancelKeyDeletion: row('notDeleting notDeleting ok notDeleting notDeleting notDeleting notDeleting'),
  CreateAlias: UNLESS_DELETING,
  CreateGrant: row('ok disabled deleting importing ok creating ok'),
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
  EnableKeyRotation: ROTATION_SETTING,
  DisableKeyRotation: ROTATION_SETTING,
  GetKeyLastUsage: ALWAYS,
  GetKeyPolicy: ALWAYS,
  ListKeyPolicies: ALWAYS,
  PutKeyPolicy: ALWAYS,
  GetKeyRotationStatus: row('ok ok ok origin origin ok ok'),
  GetParametersForImport: row('ok ok deleting ok origin creating updating'),
  GetPublicKey: row('ok ok deleting ok - creating ok'),
  ImportKeyMaterial: row('ok ok deleting ok origin creating ok'),
  ListAliases: ALWAYS,
  ListGrants: ALWAYS,
  ListResourceTags: ALWAYS,
  ListKeyRotations: row('ok ok ok ok origin ok ok'),
  ReplicateKey: row('ok disabled deleting importing - creating updating'),
  RetireGrant: ALWAYS,
  RevokeGrant: ALWAYS,
  RotateKeyOnDemand: row('ok disabled deleting importing origin creating ok'),
  ScheduleKeyDeletion: row('ok ok deleting ok ok ok updating'),
  TagResource: UNLESS_DELETING,
  UntagResource: UNLESS_DELETING,
  UpdateKeyDescription: UNLESS_DELETING,
  // The target an alias leaves may be pending deletion, the one it gets may not.
  UpdateAlias: UNLESS_DELETING,
  UpdatePrimaryRegion: row('ok disabled deleting importing - creating ok'),
} as const satisfies Record<string, StateRow>;

/** Refuses when the key's state does not admit the operation of this row. */
export function refuseForState(row: StateRow, key: KeyRecord): Refusal | undefined {
  const cell = row[key.state === 'PendingReplicaDeletion' ? 'PendingDeletion' : key.state];
  return cell === 'ok' || cell === '-' ? undefined : FOOTNOTES[cell](key);
}

/** fact: kms-engine 3.2, the texts of the footnotes */
const FOOTNOTES: Record<Exclude<Cell, 'ok' | '-'>, (key: KeyRecord) => Refusal> = {
  disabled: (key) => refuse('DisabledException', `${key.arn} is disabled.`),
  deleting: (key) => invalidState(`${key.arn} is pending deletion.`),
  notDeleting: (key) => invalidState(`${key.arn} is not pending deletion (or pending replica deletion).`),
  importing: (key) => invalidState(`${key.arn} is pending import.`),
  unavailable: (key) => invalidState(`${key.arn} is unavailable.`),
  origin: (key) => wrongOrigin(key),
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
