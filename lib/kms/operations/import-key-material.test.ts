import { describe, expect, it } from 'vitest';
import { bytesToHex, encodeBase64 } from '../../base';
import {
  BYTES,
  EXTERNAL,
  encryptSecret,
  FOR_EVER,
  importBytes,
  importRequest,
  labWithKey,
  parametersFor,
  SECRET,
  textOfRecords,
  wrapped,
} from '../import.testkit';
import { DAY, KmsLab, START_MS } from '../lab.testkit';

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
    expect(lab.ok('Decrypt', { CiphertextBlob: encryptSecret(lab, key) })).toEqual({
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
    encryptSecret(lab, key);
    const text = textOfRecords(lab);
    expect(text).toContain('wrapped');
    for (const form of [bytesToHex(BYTES), encodeBase64(BYTES), JSON.stringify([...BYTES]).slice(1, -1)]) {
      expect(text).not.toContain(form);
    }
  });

  it('is as good after the lab went back in time and on again', () => {
    const { lab, key } = labWithKey();
    importBytes(lab, key, BYTES);
    const blob = encryptSecret(lab, key);
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
    [
      { ...FOR_EVER, KeyMaterialId: 'a'.repeat(64) },
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
