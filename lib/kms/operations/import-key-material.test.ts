import { describe, expect, it } from 'vitest';
import { bytesToHex, encodeBase64, utf8ToBytes } from '../../base';
import {
  FOR_EVER,
  importBytes,
  importRequest,
  parametersFor,
  textOfRecords,
  wrapped,
} from '../import.testkit';
import { DAY, FRANKFURT, KmsLab, START_MS } from '../lab.testkit';

const BYTES = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
const OTHER_BYTES = BYTES.map((byte) => byte ^ 0xff);
const SECRET = utf8ToBytes('order 42');
const THERE = { region: FRANKFURT };
const EXTERNAL = { Origin: 'EXTERNAL' };

/** Every lab begins alike, so all of them share one search for a wrapping key. */
function labWithKey(more: Record<string, unknown> = {}) {
  const lab = new KmsLab('import');
  return { lab, key: lab.createKey({ ...EXTERNAL, ...more }).Arn };
}

function encrypt(lab: KmsLab, KeyId: string) {
  return lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', { KeyId, Plaintext: SECRET }).CiphertextBlob;
}

function rotations(lab: KmsLab, KeyId: string, place?: { region: string }) {
  const request = { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' };
  return lab.ok<{ Rotations: Record<string, unknown>[] }>('ListKeyRotations', request, place).Rotations;
}

describe('importing the first key material', () => {
  it('brings a key from PendingImport to Enabled, and what it encrypts it decrypts', () => {
    const { lab, key } = labWithKey();
    expect(lab.describe(key)).toMatchObject({ KeyState: 'PendingImport', Enabled: false });
    expect(lab.no('Encrypt', { KeyId: key, Plaintext: SECRET })).toBe(
      `KMSInvalidStateException: ${key} is pending import.`,
    );
    const answer = importBytes(lab, key, BYTES);
    const { KeyMaterialId } = answer as { KeyMaterialId: string };
    expect(answer).toEqual({ KeyId: key, KeyMaterialId: expect.stringMatching(/^[a-f0-9]{64}$/) });
    const { KeyState, ExpirationModel, ValidTo, CurrentKeyMaterialId } = lab.describe(key);
    expect({ KeyState, ExpirationModel, ValidTo, CurrentKeyMaterialId }).toEqual({
      KeyState: 'Enabled',
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      ValidTo: undefined,
      CurrentKeyMaterialId: KeyMaterialId,
    });
    expect(lab.ok('Decrypt', { CiphertextBlob: encrypt(lab, key) })).toEqual({
      KeyId: key,
      Plaintext: SECRET,
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      CiphertextForRecipient: undefined,
      KeyMaterialId,
    });
  });

  it('leaves no trace of the bytes in any record', () => {
    const { lab, key } = labWithKey();
    importBytes(lab, key, BYTES);
    encrypt(lab, key);
    const text = textOfRecords(lab);
    expect(text).toContain('wrapped');
    for (const form of [bytesToHex(BYTES), encodeBase64(BYTES), JSON.stringify([...BYTES]).slice(1, -1)]) {
      expect(text).not.toContain(form);
    }
  });

  it('is as good after the lab went back in time and on again', () => {
    const { lab, key } = labWithKey();
    importBytes(lab, key, BYTES);
    const blob = encrypt(lab, key);
    const copy = lab.world.fork();
    expect(copy.hash()).toBe(lab.world.hash());
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key });
    lab.world.rewind(lab.world.log.head - 1);
    expect(lab.ok('Decrypt', { CiphertextBlob: blob })).toMatchObject({ Plaintext: SECRET });
  });

  it('gives independent parameters for 24 hours, several of them at once', () => {
    const { lab, key } = labWithKey();
    const [one, two] = [parametersFor(lab, key), parametersFor(lab, key)];
    expect(one.ParametersValidTo).toBe(START_MS + DAY);
    expect(one.PublicKey).not.toEqual(two.PublicKey);
    const request = { KeyId: key, ...FOR_EVER, ImportToken: one.ImportToken };
    lab.ok('ImportKeyMaterial', { ...request, EncryptedKeyMaterial: wrapped(BYTES, one) });
    lab.wait(DAY - 1);
    lab.ok('ImportKeyMaterial', { ...request, EncryptedKeyMaterial: wrapped(BYTES, one) });
    expect(lab.no('ImportKeyMaterial', { ...request, EncryptedKeyMaterial: wrapped(BYTES, two) })).toBe(
      'InvalidCiphertextException',
    );
    lab.wait(1);
    expect(lab.no('ImportKeyMaterial', { ...request, EncryptedKeyMaterial: wrapped(BYTES, one) })).toBe(
      'ExpiredImportTokenException',
    );
  });

  it('refuses a token that was changed, made up, or issued for another key', () => {
    const { lab, key } = labWithKey();
    const request = importRequest(lab, key, BYTES);
    const token = request.ImportToken as Uint8Array;
    const changed = token.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    for (const ImportToken of [changed, token.subarray(0, 12), new Uint8Array(200)]) {
      expect(lab.no('ImportKeyMaterial', { ...request, ImportToken })).toBe('InvalidImportTokenException');
    }
    const other = lab.createKey(EXTERNAL).Arn;
    expect(lab.no('ImportKeyMaterial', { ...request, KeyId: other })).toBe('InvalidImportTokenException');
  });

  it('refuses material of the wrong length, and bytes that are not wrapped for the key', () => {
    const { lab, key } = labWithKey();
    const request = importRequest(lab, key, BYTES);
    const parameters = parametersFor(lab, key);
    for (const bytes of [BYTES.subarray(1), new Uint8Array(33), new Uint8Array(16)]) {
      const wrong = {
        ...request,
        ...parametersOnly(parameters),
        EncryptedKeyMaterial: wrapped(bytes, parameters),
      };
      expect(lab.no('ImportKeyMaterial', wrong)).toBe('IncorrectKeyMaterialException');
    }
    const EncryptedKeyMaterial = wrapped(BYTES, parameters, 'RSAES_OAEP_SHA_1');
    expect(
      lab.no('ImportKeyMaterial', { ...request, ...parametersOnly(parameters), EncryptedKeyMaterial }),
    ).toBe('InvalidCiphertextException');
  });
});

function parametersOnly({ ImportToken }: { ImportToken: Uint8Array }) {
  return { ImportToken };
}

describe('what GetParametersForImport and ImportKeyMaterial refuse', () => {
  it('refuses keys whose material is not imported, in all three operations', () => {
    const { lab, key } = labWithKey();
    const own = lab.createKey().Arn;
    const refusal = `UnsupportedOperationException: ${own} origin is AWS_KMS which is not valid for this operation.`;
    const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
    expect(lab.no('GetParametersForImport', { KeyId: own, ...wrapping })).toBe(refusal);
    expect(lab.no('ImportKeyMaterial', { ...importRequest(lab, key, BYTES), KeyId: own })).toBe(refusal);
    expect(lab.no('DeleteImportedKeyMaterial', { KeyId: own })).toBe(refusal);
  });

  it.each([
    ['SYMMETRIC_DEFAULT', 'RSA_AES_KEY_WRAP_SHA_256', 'RSA_2048'],
    ['HMAC_256', 'RSA_AES_KEY_WRAP_SHA_1', 'RSA_4096'],
    ['RSA_2048', 'RSAES_OAEP_SHA_256', 'RSA_4096'],
    ['ECC_NIST_P521', 'RSAES_OAEP_SHA_1', 'RSA_2048'],
  ])('refuses %s with %s and %s', (KeySpec, WrappingAlgorithm, WrappingKeySpec) => {
    const lab = new KmsLab('import');
    const usages: Record<string, string> = {
      SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
      HMAC_256: 'GENERATE_VERIFY_MAC',
    };
    const KeyUsage = usages[KeySpec] ?? 'SIGN_VERIFY';
    const KeyId = lab.createKey({ ...EXTERNAL, KeySpec, KeyUsage }).Arn;
    expect(lab.no('GetParametersForImport', { KeyId, WrappingAlgorithm, WrappingKeySpec })).toBe(
      `ValidationException: WrappingAlgorithm ${WrappingAlgorithm} with WrappingKeySpec ${WrappingKeySpec} is not supported for KeySpec ${KeySpec}`,
    );
  });

  it.each([
    ['RSAES_PKCS1_V1_5', 'RSA_2048', 'WrappingAlgorithm RSAES_PKCS1_V1_5'],
    ['SM2PKE', 'SM2', 'WrappingAlgorithm SM2PKE'],
    ['RSAES_OAEP_SHA_256', 'SM2', 'WrappingKeySpec SM2'],
  ])('refuses %s with %s for every key', (WrappingAlgorithm, WrappingKeySpec, what) => {
    const { lab, key } = labWithKey();
    expect(lab.no('GetParametersForImport', { KeyId: key, WrappingAlgorithm, WrappingKeySpec })).toBe(
      `ValidationException: ${what} is not supported`,
    );
  });

  it.each([
    [{}, 'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES'],
    [{ ValidTo: START_MS }, 'ValidTo must be in the future'],
    [{ ValidTo: START_MS + 366 * DAY }, 'ValidTo must be within 365 days'],
    [
      { ...FOR_EVER, ValidTo: START_MS + DAY },
      'ValidTo must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE',
    ],
    [
      { ...FOR_EVER, ImportType: 'NEW_KEY_MATERIAL', KeyMaterialId: 'a'.repeat(64) },
      'KeyMaterialId is supported only for ImportType EXISTING_KEY_MATERIAL',
    ],
  ])('refuses the parameters %o', (more, text) => {
    const { lab, key } = labWithKey();
    expect(lab.no('ImportKeyMaterial', importRequest(lab, key, BYTES, more))).toBe(
      `ValidationException: ${text}`,
    );
  });

  it('refuses both while a key waits for its deletion', () => {
    const { lab, key } = labWithKey();
    const request = importRequest(lab, key, BYTES);
    lab.ok('ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: 7 });
    const refusal = `KMSInvalidStateException: ${key} is pending deletion.`;
    expect(lab.no('ImportKeyMaterial', request)).toBe(refusal);
    const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
    expect(lab.no('GetParametersForImport', { KeyId: key, ...wrapping })).toBe(refusal);
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key });
  });

  it('asks for the permissions with their condition keys', () => {
    const { lab, key } = labWithKey();
    importBytes(lab, key, BYTES, { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: START_MS + DAY });
    const [parameters, imported] = lab.asked.slice(-2);
    expect([parameters?.action, imported?.action]).toEqual([
      'kms:GetParametersForImport',
      'kms:ImportKeyMaterial',
    ]);
    expect(parameters?.context('kms:WrappingAlgorithm')).toEqual(['RSAES_OAEP_SHA_256']);
    expect(parameters?.context('kms:WrappingKeySpec')).toEqual(['RSA_2048']);
    expect(imported?.context('kms:ExpirationModel')).toEqual(['KEY_MATERIAL_EXPIRES']);
    expect(imported?.context('kms:ValidTo')).toEqual([String((START_MS + DAY) / 1000)]);
  });
});

describe('expiry, deletion and re-import', () => {
  it('deletes material when it expires, and the same bytes bring everything back', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId } = importBytes(lab, key, BYTES, { ValidTo: START_MS + 10 * DAY });
    const blob = encrypt(lab, key);
    expect(lab.describe(key)).toMatchObject({
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: START_MS + 10 * DAY,
    });
    lab.wait(10 * DAY - 1);
    expect(lab.describe(key).KeyState).toBe('Enabled');
    lab.wait(1);
    const { KeyState, ExpirationModel, ValidTo, CurrentKeyMaterialId } = lab.describe(key);
    expect({ KeyState, ExpirationModel, ValidTo, CurrentKeyMaterialId }).toEqual({
      KeyState: 'PendingImport',
      ExpirationModel: undefined,
      ValidTo: undefined,
      CurrentKeyMaterialId: KeyMaterialId,
    });
    expect(lab.no('Decrypt', { CiphertextBlob: blob })).toBe(
      `KMSInvalidStateException: ${key} is pending import.`,
    );
    expect(importBytes(lab, key, BYTES)).toEqual({ KeyId: key, KeyMaterialId });
    expect(lab.ok('Decrypt', { CiphertextBlob: blob })).toMatchObject({ Plaintext: SECRET });
  });

  it('changes the expiry by importing the same bytes again', () => {
    const { lab, key } = labWithKey();
    importBytes(lab, key, BYTES, { ValidTo: START_MS + DAY });
    importBytes(lab, key, BYTES, { ValidTo: START_MS + 3 * DAY });
    lab.wait(2 * DAY);
    expect(lab.describe(key)).toMatchObject({ KeyState: 'Enabled', ValidTo: START_MS + 3 * DAY });
    importBytes(lab, key, BYTES);
    lab.wait(20 * DAY);
    expect(lab.describe(key)).toMatchObject({
      KeyState: 'Enabled',
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    });
  });

  it('refuses other bytes as existing material and the same bytes as new material', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId } = importBytes(lab, key, BYTES);
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key });
    for (const [bytes, more] of [
      [OTHER_BYTES, {}],
      [OTHER_BYTES, { ImportType: 'EXISTING_KEY_MATERIAL' }],
      [BYTES, { ImportType: 'NEW_KEY_MATERIAL' }],
      [BYTES, { KeyMaterialId: 'b'.repeat(64) }],
    ] as const) {
      const request = importRequest(lab, key, bytes, { ...FOR_EVER, ...more });
      expect(lab.no('ImportKeyMaterial', request)).toBe('IncorrectKeyMaterialException');
    }
    expect(importBytes(lab, key, BYTES, { ...FOR_EVER, KeyMaterialId })).toEqual({
      KeyId: key,
      KeyMaterialId,
    });
  });

  it('keeps a key that is pending deletion in that state; cancelled without material it cannot be enabled', () => {
    const { lab, key } = labWithKey();
    importBytes(lab, key, BYTES);
    lab.ok('ScheduleKeyDeletion', { KeyId: key });
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key });
    expect(lab.describe(key).KeyState).toBe('PendingDeletion');
    lab.ok('CancelKeyDeletion', { KeyId: key });
    expect(lab.describe(key).KeyState).toBe('Disabled');
    expect(lab.no('EnableKey', { KeyId: key })).toBe(`KMSInvalidStateException: ${key} is pending import.`);
    importBytes(lab, key, BYTES);
    expect(lab.describe(key).KeyState).toBe('Disabled');
    lab.ok('EnableKey', { KeyId: key });
    encrypt(lab, key);
  });

  it('deletes nothing where nothing is left, and refuses an id that the key never had', () => {
    const { lab, key } = labWithKey();
    expect(lab.ok('DeleteImportedKeyMaterial', { KeyId: key })).toEqual({ KeyId: key });
    const { KeyMaterialId } = importBytes(lab, key, BYTES);
    for (let time = 0; time < 2; time++) {
      expect(lab.ok('DeleteImportedKeyMaterial', { KeyId: key, KeyMaterialId })).toEqual({
        KeyId: key,
        KeyMaterialId,
      });
    }
    expect(lab.no('DeleteImportedKeyMaterial', { KeyId: key, KeyMaterialId: 'c'.repeat(64) })).toBe(
      `NotFoundException: Key material ${'c'.repeat(64)} does not exist in ${key}`,
    );
  });

  it('goes with its key', () => {
    const { lab, key } = labWithKey();
    importBytes(lab, key, BYTES, { ValidTo: START_MS + 300 * DAY });
    lab.ok('ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: 7 });
    lab.wait(400 * DAY);
    expect(lab.no('DescribeKey', { KeyId: key })).toBe(`NotFoundException: Key '${key}' does not exist`);
  });

  it('gives the same bytes another id in another key, which cannot read what the first encrypted', () => {
    const { lab, key } = labWithKey();
    const first = importBytes(lab, key, BYTES);
    const blob = encrypt(lab, key);
    const other = lab.createKey(EXTERNAL).Arn;
    const second = importBytes(lab, other, BYTES);
    expect(second.KeyMaterialId).not.toBe(first.KeyMaterialId);
    expect(lab.no('Decrypt', { CiphertextBlob: blob, KeyId: other })).toContain('IncorrectKeyException');
  });
});

describe('rotating imported material', () => {
  it('takes new material, waits, and makes it current on demand; old blobs stay readable', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId: first } = importBytes(lab, key, BYTES, {
      ...FOR_EVER,
      KeyMaterialDescription: 'spring',
    });
    const blob = encrypt(lab, key);
    expect(lab.no('RotateKeyOnDemand', { KeyId: key })).toBe(
      `KMSInvalidStateException: No available key material pending rotation for the key: ${key}.`,
    );
    const more = {
      ValidTo: START_MS + 9 * DAY,
      ImportType: 'NEW_KEY_MATERIAL',
      KeyMaterialDescription: 'autumn',
    };
    const { KeyMaterialId: second } = importBytes(lab, key, OTHER_BYTES, more);
    expect(lab.describe(key)).toMatchObject({
      CurrentKeyMaterialId: first,
      KeyState: 'Enabled',
      ValidTo: undefined,
    });
    const third = importRequest(lab, key, new Uint8Array(32), {
      ...FOR_EVER,
      ImportType: 'NEW_KEY_MATERIAL',
    });
    expect(lab.no('ImportKeyMaterial', third)).toMatch(
      new RegExp(
        `^KMSInvalidStateException: New key material \\(id: [a-f0-9]{64}\\) cannot be imported into KMS key ${key}, because another key material \\(id: ${String(second)}\\) is pending rotation\\.$`,
      ),
    );
    lab.ok('RotateKeyOnDemand', { KeyId: key });
    lab.wait(10_000);
    expect(rotations(lab, key)).toEqual([
      {
        KeyId: lab.describe(key).KeyId,
        KeyMaterialId: first,
        KeyMaterialDescription: 'spring',
        ImportState: 'IMPORTED',
        KeyMaterialState: 'NON_CURRENT',
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      },
      {
        KeyId: lab.describe(key).KeyId,
        KeyMaterialId: second,
        KeyMaterialDescription: 'autumn',
        ImportState: 'IMPORTED',
        KeyMaterialState: 'CURRENT',
        ExpirationModel: 'KEY_MATERIAL_EXPIRES',
        ValidTo: START_MS + 9 * DAY,
        RotationDate: START_MS + 5000,
        RotationType: 'ON_DEMAND',
      },
    ]);
    expect(lab.describe(key)).toMatchObject({ CurrentKeyMaterialId: second, ValidTo: START_MS + 9 * DAY });
    expect(lab.ok('Decrypt', { CiphertextBlob: blob })).toMatchObject({ KeyMaterialId: first });
    expect(lab.ok('Decrypt', { CiphertextBlob: encrypt(lab, key) })).toMatchObject({ KeyMaterialId: second });
  });

  it('makes the key wait for import when any permanent material is gone, old or new', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId: first } = importBytes(lab, key, BYTES);
    importBytes(lab, key, OTHER_BYTES, { ...FOR_EVER, ImportType: 'NEW_KEY_MATERIAL' });
    lab.ok('RotateKeyOnDemand', { KeyId: key });
    lab.wait(10_000);
    const blob = encrypt(lab, key);
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key, KeyMaterialId: first });
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key });
    expect(lab.describe(key).KeyState).toBe('PendingImport');
    expect(rotations(lab, key).map(({ ImportState }) => ImportState)).toEqual([
      'PENDING_IMPORT',
      'PENDING_IMPORT',
    ]);
    importBytes(lab, key, OTHER_BYTES);
    expect(lab.describe(key).KeyState).toBe('PendingImport');
    importBytes(lab, key, BYTES);
    expect(lab.describe(key).KeyState).toBe('Enabled');
    expect(lab.ok('Decrypt', { CiphertextBlob: blob })).toMatchObject({ Plaintext: SECRET });
  });

  it('forgets material that was never rotated to: it may be replaced, and a rotation begun for it has no effect', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId: first } = importBytes(lab, key, BYTES);
    const fresh = { ...FOR_EVER, ImportType: 'NEW_KEY_MATERIAL' };
    const { KeyMaterialId: second } = importBytes(lab, key, OTHER_BYTES, fresh);
    lab.ok('RotateKeyOnDemand', { KeyId: key });
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key, KeyMaterialId: second });
    lab.wait(10_000);
    expect(lab.describe(key)).toMatchObject({ CurrentKeyMaterialId: first, KeyState: 'Enabled' });
    expect(rotations(lab, key)).toHaveLength(1);
    importBytes(lab, key, new Uint8Array(32), fresh);
    expect(rotations(lab, key)).toMatchObject([
      { KeyMaterialState: 'CURRENT' },
      { KeyMaterialState: 'PENDING_ROTATION' },
    ]);
  });
});

describe('imported material of multi-Region keys', () => {
  function replicated() {
    const { lab, key } = labWithKey({ MultiRegion: true });
    const { KeyMaterialId } = importBytes(lab, key, BYTES);
    lab.ok('ReplicateKey', { KeyId: key, ReplicaRegion: FRANKFURT });
    lab.wait(10_000);
    return { lab, key, replica: key.replace('eu-west-1', FRANKFURT), KeyMaterialId };
  }

  it('has to be brought to every replica, the same bytes, where it has the same id', () => {
    const { lab, key, replica, KeyMaterialId } = replicated();
    expect(lab.describe(replica, THERE)).toMatchObject({
      KeyState: 'PendingImport',
      CurrentKeyMaterialId: KeyMaterialId,
    });
    const wrong = importRequest(lab, replica, OTHER_BYTES, FOR_EVER, THERE);
    expect(lab.no('ImportKeyMaterial', wrong, THERE)).toBe('IncorrectKeyMaterialException');
    expect(importBytes(lab, replica, BYTES, { ValidTo: START_MS + DAY }, THERE)).toEqual({
      KeyId: replica,
      KeyMaterialId,
    });
    const blob = encrypt(lab, key);
    expect(lab.ok('Decrypt', { CiphertextBlob: blob }, THERE)).toMatchObject({
      KeyId: replica,
      Plaintext: SECRET,
    });
    lab.wait(DAY);
    expect(lab.describe(replica, THERE).KeyState).toBe('PendingImport');
    expect(lab.describe(key).KeyState).toBe('Enabled');
  });

  it('ends the change of the primary Region where material expires in its midst', () => {
    const { lab, key, replica } = replicated();
    importBytes(lab, replica, BYTES, FOR_EVER, THERE);
    importBytes(lab, key, BYTES, { ValidTo: lab.world.nowMs + 1000 });
    lab.ok('UpdatePrimaryRegion', { KeyId: key, PrimaryRegion: FRANKFURT });
    lab.wait(1000);
    expect(lab.describe(key).KeyState).toBe('PendingImport');
    lab.wait(60_000);
    expect(lab.describe(key).KeyState).toBe('PendingImport');
    expect(lab.describe(replica, THERE)).toMatchObject({ KeyState: 'Enabled' });
  });

  it('rotates when every replica holds the new bytes too', () => {
    const { lab, key, replica } = replicated();
    importBytes(lab, replica, BYTES, FOR_EVER, THERE);
    const fresh = { ...FOR_EVER, ImportType: 'NEW_KEY_MATERIAL', KeyMaterialDescription: 'autumn' };
    const atReplica = importRequest(lab, replica, OTHER_BYTES, fresh, THERE);
    expect(lab.no('ImportKeyMaterial', atReplica, THERE)).toBe(
      `UnsupportedOperationException: ${replica} is not a multi-region primary key.`,
    );
    const { KeyMaterialId } = importBytes(lab, key, OTHER_BYTES, fresh);
    const state = 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
    expect(rotations(lab, key)[1]).toMatchObject({ KeyMaterialState: state, ImportState: 'IMPORTED' });
    expect(rotations(lab, replica, THERE)[1]).toMatchObject({
      KeyMaterialId,
      KeyMaterialDescription: 'autumn',
      KeyMaterialState: state,
      ImportState: 'PENDING_IMPORT',
    });
    expect(lab.no('RotateKeyOnDemand', { KeyId: key })).toContain(
      'No available key material pending rotation',
    );
    importBytes(lab, replica, OTHER_BYTES, { ...FOR_EVER, ImportType: 'EXISTING_KEY_MATERIAL' }, THERE);
    expect(rotations(lab, key)[1]).toMatchObject({ KeyMaterialState: 'PENDING_ROTATION' });
    lab.ok('RotateKeyOnDemand', { KeyId: key });
    lab.wait(10_000);
    expect(lab.describe(replica, THERE)).toMatchObject({
      KeyState: 'Enabled',
      CurrentKeyMaterialId: KeyMaterialId,
    });
  });

  it('takes pending material from all members when it is deleted on the primary, from one on a replica', () => {
    const { lab, key, replica } = replicated();
    importBytes(lab, replica, BYTES, FOR_EVER, THERE);
    const { KeyMaterialId } = importBytes(lab, key, OTHER_BYTES, {
      ...FOR_EVER,
      ImportType: 'NEW_KEY_MATERIAL',
    });
    importBytes(lab, replica, OTHER_BYTES, FOR_EVER, THERE);
    lab.ok('DeleteImportedKeyMaterial', { KeyId: replica, KeyMaterialId }, THERE);
    expect(lab.describe(replica, THERE).KeyState).toBe('Enabled');
    expect(rotations(lab, key)[1]).toMatchObject({ ImportState: 'IMPORTED' });
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key, KeyMaterialId });
    expect([rotations(lab, key).length, rotations(lab, replica, THERE).length]).toEqual([1, 1]);
  });
});

describe('SM2', () => {
  it('is refused in every Region, with its data key pairs', () => {
    const lab = new KmsLab('import');
    for (const region of ['eu-west-1', 'cn-north-1']) {
      expect(lab.no('CreateKey', { KeySpec: 'SM2', KeyUsage: 'SIGN_VERIFY' }, { region })).toBe(
        `ValidationException: KeySpec SM2 is not supported in ${region}`,
      );
    }
    const request = { KeyId: lab.createKey().Arn, KeyPairSpec: 'SM2' };
    expect(lab.no('GenerateDataKeyPair', request)).toBe(
      'UnsupportedOperationException: SM2 is not supported in this Region.',
    );
  });
});
