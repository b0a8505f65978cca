import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, KmsLab, START_MS } from '../lab.testkit';

describe('RotateKeyOnDemand', () => {
  it('gives the key new material within ten seconds, and says meanwhile that it is at it', () => {
    const lab = new KmsLab();
    const { KeyId, Arn, CurrentKeyMaterialId } = lab.createKey();
    expect(lab.ok('RotateKeyOnDemand', { KeyId })).toEqual({ KeyId: Arn });
    expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
    expect(lab.describe(KeyId).CurrentKeyMaterialId).toBe(CurrentKeyMaterialId);
    expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual({
      KeyId: Arn,
      KeyRotationEnabled: false,
      OnDemandRotationStartDate: START_MS,
    });
    lab.wait(10_000);
    expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual({ KeyId: Arn, KeyRotationEnabled: false });
    const after = lab.describe(KeyId).CurrentKeyMaterialId;
    expect(after).not.toBe(CurrentKeyMaterialId);
    expect(lab.ok('ListKeyRotations', { KeyId }).Rotations).toEqual([
      {
        KeyId,
        KeyMaterialId: after,
        KeyMaterialState: 'CURRENT',
        RotationDate: START_MS + 5000,
        RotationType: 'ON_DEMAND',
      },
    ]);
  });

  it('does not move the automatic schedule', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    lab.ok('EnableKeyRotation', { KeyId });
    const before = lab.ok('GetKeyRotationStatus', { KeyId });
    lab.ok('RotateKeyOnDemand', { KeyId });
    lab.wait(DAY);
    expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual(before);
  });

  it('clashes with a rotation that is under way or twenty minutes off', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const minute = 60_000;
    lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    lab.wait(90 * DAY - 20 * minute);
    expect(lab.no('RotateKeyOnDemand', { KeyId })).toMatch('ConflictException');
    lab.wait(20 * minute);
    lab.ok('RotateKeyOnDemand', { KeyId });
    expect(lab.no('RotateKeyOnDemand', { KeyId })).toMatch('ConflictException');
    lab.wait(10_000);
    lab.ok('RotateKeyOnDemand', { KeyId });
  });

  it('happens twenty-five times in the life of a key; automatic rotations do not count', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    for (let i = 0; i < 25; i++) {
      lab.ok('RotateKeyOnDemand', { KeyId });
      lab.wait(10 * DAY);
    }
    expect(lab.ok('ListKeyRotations', { KeyId }).Rotations).toHaveLength(27);
    expect(lab.no('RotateKeyOnDemand', { KeyId })).toBe(
      `LimitExceededException: The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${Arn}`,
    );
  });

  it('rotates every member of a set from its primary', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey({ MultiRegion: true });
    const there = { region: FRANKFURT };
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    lab.wait(5000);
    lab.ok('RotateKeyOnDemand', { KeyId });
    expect(lab.ok('GetKeyRotationStatus', { KeyId }, there).OnDemandRotationStartDate).toBe(START_MS + 5000);
    lab.wait(5000);
    expect(lab.describe(KeyId, there).CurrentKeyMaterialId).toBe(lab.describe(KeyId).CurrentKeyMaterialId);
    expect(lab.no('RotateKeyOnDemand', { KeyId }, there)).toBe(
      `UnsupportedOperationException: ${Arn.replace('eu-west-1', FRANKFURT)} is not a multi-region primary key.`,
    );
  });

  it('refuses keys that have no such thing as rotation, without a word', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    expect(lab.no('RotateKeyOnDemand', { KeyId })).toBe('UnsupportedOperationException');
  });

  it('ends well when the key was disabled meanwhile', () => {
    const lab = new KmsLab();
    const { KeyId, CurrentKeyMaterialId } = lab.createKey();
    lab.ok('RotateKeyOnDemand', { KeyId });
    lab.ok('DisableKey', { KeyId });
    lab.wait(10_000);
    expect(lab.describe(KeyId).KeyState).toBe('Disabled');
    expect(lab.describe(KeyId).CurrentKeyMaterialId).not.toBe(CurrentKeyMaterialId);
  });
});
