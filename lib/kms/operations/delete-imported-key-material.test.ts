import { describe, expect, it } from 'vitest';
import {
  BYTES,
  EXTERNAL,
  encryptSecret,
  FOR_EVER,
  importBytes,
  importRequest,
  labWithKey,
  OTHER_BYTES,
  SECRET,
} from '../import.testkit';
import { DAY, START_MS } from '../lab.testkit';

describe('expiry, deletion and re-import', () => {
  it('deletes material when it expires, and the same bytes bring everything back', () => {
    const { lab, key } = labWithKey();
    const { KeyMaterialId } = importBytes(lab, key, BYTES, { ValidTo: START_MS + 10 * DAY });
    const blob = encryptSecret(lab, key);
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
    encryptSecret(lab, key);
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
    const blob = encryptSecret(lab, key);
    const other = lab.createKey(EXTERNAL).Arn;
    const second = importBytes(lab, other, BYTES);
    expect(second.KeyMaterialId).not.toBe(first.KeyMaterialId);
    expect(lab.no('Decrypt', { CiphertextBlob: blob, KeyId: other })).toContain('IncorrectKeyException');
  });
});
