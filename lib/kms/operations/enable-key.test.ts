import { expect, it } from 'vitest';
import { DAY, KmsLab } from '../lab.testkit';

it('EnableKey makes a disabled key usable again, and leaves an enabled one alone', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  lab.ok('DisableKey', { KeyId });
  expect(lab.ok('EnableKey', { KeyId: Arn })).toEqual({});
  expect(lab.describe(KeyId)).toMatchObject({ KeyState: 'Enabled', Enabled: true });
  const before = lab.world.hash();
  lab.ok('EnableKey', { KeyId });
  expect([lab.world.hash(), lab.trail()]).toEqual([
    before,
    { resources: [Arn], responseElements: { keyId: Arn } },
  ]);
});

it('EnableKey on a key whose store is away takes effect when the store is back (fact: kms-engine 3.2, 12)', () => {
  const lab = new KmsLab();
  const { Arn } = lab.createKey();
  lab.plant({ arn: Arn, state: 'Unavailable', stateAfter: 'Disabled' });
  lab.ok('EnableKey', { KeyId: Arn });
  expect(lab.key(Arn)).toMatchObject({ state: 'Unavailable', stateAfter: 'Enabled' });
});

it('EnableKey lets a rotation happen that came due meanwhile', () => {
  const lab = new KmsLab();
  const { KeyId, CurrentKeyMaterialId } = lab.createKey();
  lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
  lab.ok('DisableKey', { KeyId });
  lab.wait(400 * DAY);
  expect(lab.describe(KeyId).CurrentKeyMaterialId).toBe(CurrentKeyMaterialId);
  lab.ok('EnableKey', { KeyId });
  lab.wait(0);
  const now = lab.world.nowMs;
  expect(lab.describe(KeyId).CurrentKeyMaterialId).not.toBe(CurrentKeyMaterialId);
  expect(lab.ok('ListKeyRotations', { KeyId }).Rotations).toMatchObject([
    { RotationDate: now, RotationType: 'AUTOMATIC' },
  ]);
  expect(lab.ok('GetKeyRotationStatus', { KeyId }).NextRotationDate).toBe(now + 90 * DAY);
});

it('EnableKey does not enable a key that never had its material', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey({ Origin: 'EXTERNAL' });
  lab.ok('ScheduleKeyDeletion', { KeyId });
  lab.ok('CancelKeyDeletion', { KeyId });
  expect(lab.describe(KeyId).KeyState).toBe('Disabled');
  expect(lab.no('EnableKey', { KeyId })).toBe(`KMSInvalidStateException: ${Arn} is pending import.`);
});
