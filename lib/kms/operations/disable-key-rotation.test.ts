import { expect, it } from 'vitest';
import { DAY, KmsLab } from '../lab.testkit';

it('DisableKeyRotation switches the schedule off; a later start counts from its own day', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
  lab.wait(95 * DAY);
  expect(lab.ok('DisableKeyRotation', { KeyId })).toEqual({});
  expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
  expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual({ KeyId: Arn, KeyRotationEnabled: false });
  lab.wait(400 * DAY);
  expect(lab.ok('ListKeyRotations', { KeyId }).Rotations).toHaveLength(1);
  lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 100 });
  expect(lab.ok('GetKeyRotationStatus', { KeyId }).NextRotationDate).toBe(lab.world.nowMs + 100 * DAY);
});

it('DisableKeyRotation has nothing to do where rotation is off, and refuses keys that never rotate', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.createKey();
  const before = lab.world.hash();
  lab.ok('DisableKeyRotation', { KeyId });
  expect(lab.world.hash()).toBe(before);
  const external = lab.createKey({ Origin: 'EXTERNAL' });
  expect(lab.no('DisableKeyRotation', { KeyId: external.KeyId })).toMatch(
    'origin is EXTERNAL which is not valid',
  );
});
