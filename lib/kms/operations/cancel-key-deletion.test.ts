import { expect, it } from 'vitest';
import { DAY, FRANKFURT, KmsLab } from '../lab.testkit';

it('CancelKeyDeletion leaves the key disabled, whatever it was before', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  const before = lab.key(Arn);
  lab.ok('ScheduleKeyDeletion', { KeyId });
  expect(lab.ok('CancelKeyDeletion', { KeyId })).toEqual({ KeyId: Arn });
  expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
  expect(lab.key(Arn)).toEqual({ ...before, state: 'Disabled' });
  lab.wait(100 * DAY);
  expect(lab.describe(KeyId)).toMatchObject({ KeyState: 'Disabled', DeletionDate: undefined });
});

it('CancelKeyDeletion frees a primary that waits for its replicas', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.createKey({ MultiRegion: true });
  lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
  lab.ok('ScheduleKeyDeletion', { KeyId });
  lab.ok('CancelKeyDeletion', { KeyId });
  expect(lab.describe(KeyId)).toMatchObject({ KeyState: 'Disabled', PendingDeletionWindowInDays: undefined });
});

it('CancelKeyDeletion brings the rotation setting back, and an overdue rotation runs once the key is enabled', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
  const status = lab.ok('GetKeyRotationStatus', { KeyId });
  lab.wait(80 * DAY);
  lab.ok('ScheduleKeyDeletion', { KeyId });
  expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual({ KeyId: Arn, KeyRotationEnabled: false });
  lab.wait(20 * DAY);
  lab.ok('CancelKeyDeletion', { KeyId });
  expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual(status);
  expect(lab.ok('ListKeyRotations', { KeyId }).Rotations).toEqual([]);
  lab.ok('EnableKey', { KeyId });
  lab.wait(0);
  expect(lab.ok('ListKeyRotations', { KeyId }).Rotations).toHaveLength(1);
});

it('CancelKeyDeletion keeps a replica disabled that was still being created', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.createKey({ MultiRegion: true });
  const there = { region: FRANKFURT };
  lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
  lab.ok('ScheduleKeyDeletion', { KeyId }, there);
  lab.wait(DAY);
  expect(lab.describe(KeyId, there).KeyState).toBe('PendingDeletion');
  lab.ok('CancelKeyDeletion', { KeyId }, there);
  expect(lab.describe(KeyId, there).KeyState).toBe('Disabled');
});
