import { describe, expect, it } from 'vitest';
import {
  BYTES,
  encryptSecret,
  FOR_EVER,
  importBytes,
  importRequest,
  labWithKey,
  materialsShown,
  OTHER_BYTES,
  SECRET,
} from '../import.testkit';
import { DAY, FRANKFURT, START_MS } from '../lab.testkit';

const THERE = { region: FRANKFURT };

describe('rotating imported material', () => {
  it('takes new material, waits, and makes it current on demand; old blobs stay readable', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId: first } = importBytes(lab, key, BYTES, {
      ...FOR_EVER,
      KeyMaterialDescription: 'spring',
    });
    const blob = encryptSecret(lab, key);
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
    expect(materialsShown(lab, key)).toEqual([
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
    expect(lab.ok('Decrypt', { CiphertextBlob: encryptSecret(lab, key) })).toMatchObject({
      KeyMaterialId: second,
    });
  });

  it('makes the key wait for import when any permanent material is gone, old or new', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId: first } = importBytes(lab, key, BYTES);
    importBytes(lab, key, OTHER_BYTES, { ...FOR_EVER, ImportType: 'NEW_KEY_MATERIAL' });
    lab.ok('RotateKeyOnDemand', { KeyId: key });
    lab.wait(10_000);
    const blob = encryptSecret(lab, key);
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key, KeyMaterialId: first });
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key });
    expect(lab.describe(key).KeyState).toBe('PendingImport');
    expect(materialsShown(lab, key).map(({ ImportState }) => ImportState)).toEqual([
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
    expect(materialsShown(lab, key)).toHaveLength(1);
    importBytes(lab, key, new Uint8Array(32), fresh);
    expect(materialsShown(lab, key)).toMatchObject([
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
    const blob = encryptSecret(lab, key);
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
    expect(materialsShown(lab, key)[1]).toMatchObject({ KeyMaterialState: state, ImportState: 'IMPORTED' });
    expect(materialsShown(lab, replica, THERE)[1]).toMatchObject({
      KeyMaterialId,
      KeyMaterialDescription: 'autumn',
      KeyMaterialState: state,
      ImportState: 'PENDING_IMPORT',
    });
    expect(lab.no('RotateKeyOnDemand', { KeyId: key })).toContain(
      'No available key material pending rotation',
    );
    importBytes(lab, replica, OTHER_BYTES, { ...FOR_EVER, ImportType: 'EXISTING_KEY_MATERIAL' }, THERE);
    expect(materialsShown(lab, key)[1]).toMatchObject({ KeyMaterialState: 'PENDING_ROTATION' });
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
    expect(materialsShown(lab, key)[1]).toMatchObject({ ImportState: 'IMPORTED' });
    lab.ok('DeleteImportedKeyMaterial', { KeyId: key, KeyMaterialId });
    expect([materialsShown(lab, key).length, materialsShown(lab, replica, THERE).length]).toEqual([1, 1]);
  });
});
