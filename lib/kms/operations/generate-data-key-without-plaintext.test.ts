import { expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

it('GenerateDataKeyWithoutPlaintext gives the data key encrypted only', () => {
  const lab = new KmsLab();
  const { KeyId, Arn, CurrentKeyMaterialId } = lab.createKey();
  const answer = lab.ok('GenerateDataKeyWithoutPlaintext', { KeyId, KeySpec: 'AES_128' });
  const { CiphertextBlob } = answer;
  expect(answer).toEqual({ CiphertextBlob, KeyId: Arn, KeyMaterialId: CurrentKeyMaterialId });
  expect(lab.ok<{ Plaintext: Uint8Array }>('Decrypt', { CiphertextBlob }).Plaintext).toHaveLength(16);
});

it('GenerateDataKeyWithoutPlaintext asks for its own permission and refuses as GenerateDataKey does', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  const name = 'GenerateDataKeyWithoutPlaintext';
  expect(lab.asks(name, { KeyId, NumberOfBytes: 64 })).toEqual([[`kms:${name}`, Arn]]);
  expect(lab.no(name, { KeyId })).toMatch('Please specify either number of bytes or key spec.');
  const mac = lab.createKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  expect(lab.no(name, { KeyId: mac.KeyId, KeySpec: 'AES_256' })).toBe(
    `InvalidKeyUsageException: ${mac.Arn} key usage is GENERATE_VERIFY_MAC which is not valid for ${name}.`,
  );
  expect(lab.no(name, { KeyId, KeySpec: 'AES_256', DryRun: true })).toMatch('DryRunOperationException');
});
