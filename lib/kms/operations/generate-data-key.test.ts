import { describe, expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

type DataKey = { readonly CiphertextBlob: Uint8Array; readonly Plaintext: Uint8Array };

describe('GenerateDataKey', () => {
  it('gives a data key in plaintext and encrypted, with the material that encrypted it', () => {
    const lab = new KmsLab();
    const { KeyId, Arn, CurrentKeyMaterialId } = lab.createKey();
    const EncryptionContext = { tenant: 'acme' };
    const answer = lab.ok<DataKey>('GenerateDataKey', { KeyId, KeySpec: 'AES_256', EncryptionContext });
    const { CiphertextBlob, Plaintext } = answer;
    expect(answer).toEqual({ CiphertextBlob, Plaintext, KeyId: Arn, KeyMaterialId: CurrentKeyMaterialId });
    expect([Plaintext.length, CiphertextBlob.length]).toEqual([32, 184]);
    expect(lab.trail().additionalEventData).toEqual({ keyMaterialId: CurrentKeyMaterialId });
    expect(lab.ok('Decrypt', { CiphertextBlob, EncryptionContext }).Plaintext).toEqual(Plaintext);
    expect(lab.no('Decrypt', { CiphertextBlob })).toBe('InvalidCiphertextException');
  });

  it('gives as many bytes as asked for, never the same twice', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const bytesOf = (input: object) => lab.ok<DataKey>('GenerateDataKey', { KeyId, ...input }).Plaintext;
    expect(
      [{ KeySpec: 'AES_128' }, { NumberOfBytes: 1 }, { NumberOfBytes: 1024 }]
        .map(bytesOf)
        .map((b) => b.length),
    ).toEqual([16, 1, 1024]);
    expect(bytesOf({ KeySpec: 'AES_256' })).not.toEqual(bytesOf({ KeySpec: 'AES_256' }));
  });

  it('wants a key spec or a number of bytes, and only one of them', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const text = 'ValidationException: Please specify either number of bytes or key spec.';
    expect(lab.no('GenerateDataKey', { KeyId })).toBe(text);
    expect(lab.no('GenerateDataKey', { KeyId, KeySpec: 'AES_256', NumberOfBytes: 32 })).toBe(text);
    expect(lab.no('GenerateDataKey', { KeyId, NumberOfBytes: 1025 })).toBe(
      "ValidationException: 1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024",
    );
    expect(lab.no('GenerateDataKey', { KeyId, KeySpec: 'AES_512' })).toMatch(
      "Value 'AES_512' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: [AES_256, AES_128]",
    );
  });

  it('works under symmetric encryption keys only', () => {
    const lab = new KmsLab();
    const sign = lab.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    expect(lab.no('GenerateDataKey', { KeyId: sign.KeyId, KeySpec: 'AES_256' })).toBe(
      `InvalidKeyUsageException: ${sign.Arn} key usage is SIGN_VERIFY which is not valid for GenerateDataKey.`,
    );
    const rsa = lab.createKey();
    lab.plant({ arn: rsa.Arn, keySpec: 'RSA_2048' });
    expect(lab.no('GenerateDataKey', { KeyId: rsa.KeyId, KeySpec: 'AES_256' })).toBe(
      'InvalidKeyUsageException: Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.',
    );
  });

  it('asks for its own permission and can only try', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    expect(lab.asks('GenerateDataKey', { KeyId, KeySpec: 'AES_256' })).toEqual([
      ['kms:GenerateDataKey', Arn],
    ]);
    expect(lab.asked[0]?.context('kms:EncryptionAlgorithm')).toEqual(['SYMMETRIC_DEFAULT']);
    expect(lab.no('GenerateDataKey', { KeyId, KeySpec: 'AES_256', DryRun: true })).toMatch(
      'DryRunOperationException',
    );
  });
});
