import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, HOME, KmsLab } from '../lab.testkit';
import { MINUTE, StoreLab } from '../stores/stores.testkit';
import { KEY_STATE_ROWS } from './key-states';

/*
 * The key-state table, written once more in AWS's own signs: `ok`, `Xn` fails with footnote n, `?n` succeeds for a
 * key that footnote n does not concern, `-` cannot happen. fact: kms-engine 3.2
 */
const TABLE = `
CancelKeyDeletion                             X4  X4  ok   X4  X4  X4  X4
CreateAlias                                   ok  ok  X3   ok  ok  ok  ok
CreateGrant                                   ok  X1  X3   X5  ok  X14 ok
Decrypt Encrypt ReEncrypt                     ok  X1  X3   X5  X11 X14 ok
GenerateDataKey GenerateDataKeyWithoutPlaintext ok X1 X3   X5  X11 X14 ok
GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext ok X1 X3 X5 X7 X14 ok
DeriveSharedSecret                            ok  X1  X3   X5  -   X14 ok
Encapsulate Decapsulate                       ok  X1  X3   X5  -   X14 ok
GenerateMac VerifyMac Sign Verify             ok  X1  X3   X5  -   X14 ok
DeleteAlias                                   ok  ok  ok   ok  ok  ok  ok
DeleteImportedKeyMaterial                     ?9  ?9  ?9   ok  -   X14 X15
DescribeKey                                   ok  ok  ok   ok  ok  ok  ok
DisableKey                                    ok  ok  X3   X5  ok  X14 X15
EnableKey                                     ok  ok  X3   X5  ok  X14 X15
EnableKeyRotation DisableKeyRotation          ?7  X1  X3   X6  X7  X14 ?7
GetKeyLastUsage                               ok  ok  ok   ok  ok  ok  ok
GetKeyPolicy ListKeyPolicies PutKeyPolicy     ok  ok  ok   ok  ok  ok  ok
GetKeyRotationStatus                          ?7  ?7  ?7   X6  X7  ?7  ?7
GetParametersForImport                        ?9  ?9  X8   ok  X9  X14 X15
GetPublicKey                                  ok  ok  X3   ok  -   X14 ok
ImportKeyMaterial                             ?9  ?9  X8   ok  X9  X14 ok
ListAliases ListGrants ListResourceTags       ok  ok  ok   ok  ok  ok  ok
ListKeyRotations                              ?7  ?7  ?7   ok  X7  ?7  ?7
ReplicateKey                                  ok  X1  X3   X5  -   X14 X15
RetireGrant RevokeGrant                       ok  ok  ok   ok  ok  ok  ok
RotateKeyOnDemand                             ?7  X1  X3   X5  X7  X14 ?7
ScheduleKeyDeletion                           ok  ok  X3   ok  ok  ok  X15
TagResource UntagResource UpdateKeyDescription ok ok  X3   ok  ok  ok  ok
UpdateAlias                                   ok  ok  X3   ok  ok  ok  ok
UpdatePrimaryRegion                           ok  X1  X3   X5  -   X14 ok
`;

type State = keyof (typeof KEY_STATE_ROWS)['DescribeKey'];
const COLUMNS: readonly State[] = [
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'Unavailable',
  'Creating',
  'Updating',
];
const CELLS = new Map<string, readonly string[]>();
for (const line of TABLE.trim().split('\n')) {
  const words = line.split(/\s+/);
  for (const name of words.slice(0, -COLUMNS.length)) CELLS.set(name, words.slice(-COLUMNS.length));
}

const FOOTNOTES: Readonly<Record<string, (arn: string) => string>> = {
  X1: (arn) => `DisabledException: ${arn} is disabled.`,
  X3: (arn) => `KMSInvalidStateException: ${arn} is pending deletion.`,
  X4: (arn) => `KMSInvalidStateException: ${arn} is not pending deletion (or pending replica deletion).`,
  X5: (arn) => `KMSInvalidStateException: ${arn} is pending import.`,
  X6: (arn) =>
    `UnsupportedOperationException: ${arn} origin is EXTERNAL which is not valid for this operation.`,
  X7: (arn) =>
    `UnsupportedOperationException: ${arn} origin is AWS_CLOUDHSM which is not valid for this operation`,
  X8: (arn) => `KMSInvalidStateException: ${arn} is pending deletion.`,
  X9: (arn) =>
    `UnsupportedOperationException: ${arn} origin is AWS_CLOUDHSM which is not valid for this operation`,
  X11: (arn) => `KMSInvalidStateException: ${arn} is unavailable.`,
  X14: (arn) => `KMSInvalidStateException: ${arn} is creating.`,
  X15: (arn) => `KMSInvalidStateException: ${arn} is updating.`,
};

const ONE = new Uint8Array(1);
const IGNORING = { DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] };
const SIGN = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
const MAC = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
const KEM = { KeySpec: 'ML_KEM_512', KeyUsage: 'ENCAPSULATE_DECAPSULATE' };

/** What a request needs beside `KeyId`, and the kind of key it works on. */
const REQUESTS: Readonly<Record<string, Trial>> = {
  CreateAlias: { input: ({ arn }) => ({ AliasName: 'alias/new', TargetKeyId: arn }) },
  CreateGrant: {
    input: () => ({ Operations: ['DescribeKey'], GranteePrincipal: `arn:aws:iam::${HOME}:root` }),
  },
  Decrypt: { input: () => IGNORING },
  Encrypt: { input: () => ({ Plaintext: ONE }) },
  ReEncrypt: { input: ({ arn }) => ({ SourceKeyId: arn, DestinationKeyId: arn, ...IGNORING }) },
  GenerateDataKey: { input: () => ({ KeySpec: 'AES_256' }) },
  GenerateDataKeyWithoutPlaintext: { input: () => ({ KeySpec: 'AES_256' }) },
  GenerateDataKeyPair: { input: () => ({ KeyPairSpec: 'ECC_NIST_P256' }) },
  GenerateDataKeyPairWithoutPlaintext: { input: () => ({ KeyPairSpec: 'ECC_NIST_P256' }) },
  DeriveSharedSecret: {
    kind: { ...SIGN, KeyUsage: 'KEY_AGREEMENT' },
    input: () => ({ KeyAgreementAlgorithm: 'ECDH', PublicKey: ONE }),
    answer: /^ValidationException/,
  },
  Encapsulate: { kind: KEM, isPlanted: true, input: () => ({ EncapsulationAlgorithm: 'ML_KEM' }) },
  Decapsulate: {
    kind: KEM,
    isPlanted: true,
    input: () => ({ EncapsulationAlgorithm: 'ML_KEM', SharedSecretCiphertextBlob: ONE }),
    answer: /^InvalidCiphertextException/,
  },
  GenerateMac: { kind: MAC, input: () => ({ Message: ONE, MacAlgorithm: 'HMAC_SHA_256' }) },
  VerifyMac: {
    kind: MAC,
    input: () => ({ Message: ONE, MacAlgorithm: 'HMAC_SHA_256', Mac: ONE }),
    answer: /^KMSInvalidMacException/,
  },
  Sign: { kind: SIGN, input: () => ({ Message: ONE, SigningAlgorithm: 'ECDSA_SHA_256' }) },
  Verify: {
    kind: SIGN,
    input: () => ({ Message: ONE, SigningAlgorithm: 'ECDSA_SHA_256', Signature: ONE }),
    answer: /^KMSInvalidSignatureException/,
  },
  DeleteAlias: { input: () => ({ AliasName: 'alias/held' }) },
  DeleteImportedKeyMaterial: { kind: { Origin: 'EXTERNAL' }, isPlanted: true },
  GetParametersForImport: {
    kind: { Origin: 'EXTERNAL' },
    isPlanted: true,
    input: () => ({ WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }),
  },
  GetPublicKey: { kind: SIGN, isPlanted: true },
  ImportKeyMaterial: {
    kind: { Origin: 'EXTERNAL' },
    isPlanted: true,
    input: () => ({
      ImportToken: ONE,
      EncryptedKeyMaterial: ONE,
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    }),
    answer: /^InvalidImportTokenException/,
  },
  PutKeyPolicy: { input: ({ lab, arn }) => ({ Policy: lab.key(arn).policy }) },
  ReplicateKey: { kind: { MultiRegion: true }, input: () => ({ ReplicaRegion: 'us-east-1' }) },
  RetireGrant: { input: ({ grant }) => ({ GrantId: grant }) },
  RevokeGrant: { input: ({ grant }) => ({ GrantId: grant }) },
  TagResource: { input: () => ({ Tags: [{ TagKey: 'a', TagValue: '1' }] }) },
  UntagResource: { input: () => ({ TagKeys: ['a'] }) },
  UpdateKeyDescription: { input: () => ({ Description: 'new' }) },
  UpdateAlias: { input: ({ arn }) => ({ AliasName: 'alias/held', TargetKeyId: arn }) },
  UpdatePrimaryRegion: {
    kind: { MultiRegion: true },
    input: ({ region }) => ({ PrimaryRegion: region === FRANKFURT ? 'eu-west-1' : FRANKFURT }),
  },
};

interface Trial {
  readonly kind?: Record<string, unknown>;
  /** The states of this kind of key are written down as they are. */
  readonly isPlanted?: true;
  readonly input?: (subject: Subject) => Record<string, unknown>;
  /** The refusal in which a request ends that the state let pass; success where left out. */
  readonly answer?: RegExp;
}

interface Subject {
  readonly lab: KmsLab;
  readonly arn: string;
  readonly region: string;
  /** Id of a grant on the key; its alias is called `alias/held`. */
  readonly grant: string;
}

type Reached = State | 'PendingReplicaDeletion';

/** A key of the kind in the state, brought there by requests wherever requests can. */
function reach(state: Reached, { kind = {}, isPlanted }: Trial): Subject {
  if (state === 'Unavailable') return inAwayStore();
  const lab = new KmsLab();
  const isSet = state === 'Creating' || state === 'Updating' || state === 'PendingReplicaDeletion';
  const MultiRegion = isSet || kind.MultiRegion === true;
  const isImported = state === 'PendingImport' && !isPlanted;
  const { KeyId, Arn } = lab.createKey({
    ...kind,
    ...(isImported ? { Origin: 'EXTERNAL' } : {}),
    MultiRegion,
  });
  if (isPlanted) return plantedIn(lab, Arn, state);
  if (MultiRegion && !isImported) lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
  const isReplica = state === 'Creating' || state === 'Updating';
  const region = isReplica ? FRANKFURT : 'eu-west-1';
  const subject = equip(lab, isReplica ? Arn.replace('eu-west-1', FRANKFURT) : Arn, region);
  if (state !== 'Creating') lab.wait(10_000);
  if (state === 'Disabled') lab.ok('DisableKey', { KeyId });
  if (state === 'PendingDeletion') lab.ok('ScheduleKeyDeletion', { KeyId: lastOfItsSet(lab, Arn) });
  if (state === 'PendingReplicaDeletion') lab.ok('ScheduleKeyDeletion', { KeyId });
  if (state === 'Updating') lab.ok('UpdatePrimaryRegion', { KeyId, PrimaryRegion: FRANKFURT });
  return subject;
}

/** A primary is pending deletion only once its replicas are gone. */
function lastOfItsSet(lab: KmsLab, arn: string): string {
  if (lab.key(arn).multiRegion) {
    lab.ok('ScheduleKeyDeletion', { KeyId: arn.slice(-36), PendingWindowInDays: 7 }, { region: FRANKFURT });
    lab.wait(8 * DAY);
  }
  return arn;
}

function inAwayStore(): Subject {
  const lab = new StoreLab();
  const { id, key } = lab.hsm();
  const subject = equip(lab, key, 'eu-west-1');
  lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
  lab.wait(20 * MINUTE);
  return subject;
}

/** Only states that this kind of key cannot be brought to by requests here are written down as they are. */
function plantedIn(lab: KmsLab, arn: string, state: Reached): Subject {
  const subject = equip(lab, arn, 'eu-west-1');
  if (lab.key(arn).state !== state) lab.plant({ arn, state });
  return subject;
}

/** Hangs an alias and a grant on the key. */
function equip(lab: KmsLab, arn: string, region: string): Subject {
  lab.ok('CreateAlias', { AliasName: 'alias/held', TargetKeyId: arn }, { region });
  const { state } = lab.key(arn);
  lab.plant({ arn, state: 'Enabled' });
  const grantee = `arn:aws:iam::${HOME}:root`;
  const input = {
    KeyId: arn,
    Operations: ['DescribeKey'],
    GranteePrincipal: grantee,
    RetiringPrincipal: grantee,
  };
  const { GrantId } = lab.ok<{ GrantId: string }>('CreateGrant', input, { region });
  lab.plant({ arn, state });
  return { lab, arn, region, grant: GrantId };
}

function answerOf(name: string, subject: Subject): string {
  const input = { KeyId: subject.arn, ...REQUESTS[name]?.input?.(subject) };
  const reply = subject.lab.send(name, input, { region: subject.region });
  if (reply.ok) return 'ok';
  return [reply.refusal.name, reply.refusal.message].filter(Boolean).join(': ');
}

describe('the table of key states (fact: kms-engine 3.2)', () => {
  it('has a row for each operation that the page has', () => {
    expect(Object.keys(KEY_STATE_ROWS).sort()).toEqual([...CELLS.keys()].sort());
  });

  it.each([...CELLS])('%s is judged as in its row', (name, cells) => {
    const trial = REQUESTS[name] ?? {};
    COLUMNS.forEach((column, i) => {
      const cell = cells[i] ?? '';
      if (cell === '-') return;
      const states: Reached[] = column === 'PendingDeletion' ? [column, 'PendingReplicaDeletion'] : [column];
      for (const state of states) {
        const subject = reach(state, trial);
        expect(subject.lab.key(subject.arn).state).toBe(state);
        const answer = answerOf(name, subject);
        const expected = FOOTNOTES[cell]?.(subject.arn);
        if (expected === undefined) expect(answer).toMatch(trial.answer ?? /^(ok|DryRunOperationException)/);
        else expect(answer).toBe(expected);
      }
    });
  });
});
