import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, KmsLab } from '../lab.testkit';
import { materialOfCiphertext } from './read-ciphertext';

type Sealed = { readonly CiphertextBlob: Uint8Array };

describe('what the lab knows of a ciphertext', () => {
  it('names the material and the key that made it, wherever one looks from', () => {
    const lab = new KmsLab();
    const { KeyId = '', Arn, CurrentKeyMaterialId } = lab.createKey({}, { region: FRANKFURT });
    const input = { KeyId, Plaintext: new Uint8Array(1), EncryptionContext: { a: 'b' } };
    const { CiphertextBlob } = lab.ok<Sealed>('Encrypt', input, { region: FRANKFURT });
    expect(materialOfCiphertext(lab.world, CiphertextBlob)).toEqual({
      materialId: CurrentKeyMaterialId,
      keyId: KeyId,
      arns: [Arn],
    });
  });

  it('names all members of a multi-Region set, and the material of the day', () => {
    const lab = new KmsLab();
    const { KeyId = '', Arn, CurrentKeyMaterialId } = lab.createKey({ MultiRegion: true });
    const { CiphertextBlob } = lab.ok<Sealed>('GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    lab.ok('RotateKeyOnDemand', { KeyId });
    lab.wait(10_000);
    expect(materialOfCiphertext(lab.world, CiphertextBlob)).toEqual({
      materialId: CurrentKeyMaterialId,
      keyId: KeyId,
      arns: [Arn.replace('eu-west-1', FRANKFURT), Arn],
    });
  });

  it('is nothing where KMS made no such bytes, or the key is gone', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const { CiphertextBlob } = lab.ok<Sealed>('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    expect(materialOfCiphertext(lab.world, new Uint8Array(184))).toBeUndefined();
    expect(materialOfCiphertext(lab.world, CiphertextBlob.slice(1))).toBeUndefined();
    lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    lab.wait(7 * DAY);
    expect(materialOfCiphertext(lab.world, CiphertextBlob)).toBeUndefined();
  });
});
