import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, KmsLab, START_MS } from '../lab.testkit';

describe('EnableKeyRotation', () => {
  it('rotates a key at the end of every period, a year by default (fact: kms-engine 6.2)', () => {
    const lab = new KmsLab();
    const { KeyId, Arn, CurrentKeyMaterialId } = lab.createKey();
    expect(lab.ok('EnableKeyRotation', { KeyId })).toEqual({});
    expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
    expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual({
      KeyId: Arn,
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
      NextRotationDate: START_MS + 365 * DAY,
    });
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    lab.wait(365 * DAY - 1);
    expect(lab.describe(KeyId).CurrentKeyMaterialId).toBe(CurrentKeyMaterialId);
    lab.wait(3 * 365 * DAY);
    const { Rotations } = lab.ok<{ Rotations: readonly { RotationDate: number }[] }>('ListKeyRotations', {
      KeyId,
    });
    expect(Rotations.map(({ RotationDate }) => (RotationDate - START_MS) / DAY)).toEqual([365, 730, 1095]);
    expect(lab.ok('Decrypt', { CiphertextBlob }).KeyMaterialId).toBe(CurrentKeyMaterialId);
  });

  it('counts a new period from when it is set', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    lab.ok('EnableKeyRotation', { KeyId });
    lab.wait(100 * DAY);
    lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    expect(lab.ok('GetKeyRotationStatus', { KeyId })).toMatchObject({
      RotationPeriodInDays: 90,
      NextRotationDate: START_MS + 190 * DAY,
    });
  });

  it('takes 90 to 2,560 days and tells policies which', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    for (const RotationPeriodInDays of [89, 2561]) {
      expect(lab.no('EnableKeyRotation', { KeyId, RotationPeriodInDays })).toMatch(
        "at 'rotationPeriodInDays'",
      );
    }
    lab.asks('EnableKeyRotation', { KeyId, RotationPeriodInDays: 2560 });
    expect(lab.asked[0]?.context('kms:RotationPeriodInDays')).toEqual(['2560']);
  });

  it('works on symmetric keys whose material KMS made, at the primary of a set', () => {
    const lab = new KmsLab();
    const refusalOf = (input: Record<string, unknown>) =>
      lab.no('EnableKeyRotation', { KeyId: lab.createKey(input).KeyId });
    expect(refusalOf({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })).toBe(
      'UnsupportedOperationException',
    );
    const external = lab.createKey({ Origin: 'EXTERNAL' });
    expect(lab.no('EnableKeyRotation', { KeyId: external.KeyId })).toBe(
      `UnsupportedOperationException: ${external.Arn} origin is EXTERNAL which is not valid for this operation.`,
    );
    const { KeyId, Arn } = lab.createKey({ MultiRegion: true });
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    lab.wait(5000);
    expect(lab.no('EnableKeyRotation', { KeyId }, { region: FRANKFURT })).toBe(
      `UnsupportedOperationException: ${Arn.replace('eu-west-1', FRANKFURT)} is not a multi-region primary key.`,
    );
  });

  it('gives all members of a set the same new material', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey({ MultiRegion: true });
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    lab.wait(90 * DAY);
    const there = { region: FRANKFURT };
    const { CurrentKeyMaterialId } = lab.describe(KeyId);
    expect(lab.describe(KeyId, there).CurrentKeyMaterialId).toBe(CurrentKeyMaterialId);
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    expect(lab.ok('Decrypt', { CiphertextBlob }, there).KeyMaterialId).toBe(CurrentKeyMaterialId);
    expect(lab.ok('ListKeyRotations', { KeyId }, there)).toEqual(lab.ok('ListKeyRotations', { KeyId }));
  });
});
