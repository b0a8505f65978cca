import { expect, it } from 'vitest';
import { DAY, FRANKFURT, KmsLab, OTHER, START_MS } from '../lab.testkit';

it('GetKeyRotationStatus is the same at every member of a set', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey({ MultiRegion: true });
  lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
  lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 180 });
  expect(lab.ok('GetKeyRotationStatus', { KeyId }, { region: FRANKFURT })).toEqual({
    KeyId: Arn.replace('eu-west-1', FRANKFURT),
    KeyRotationEnabled: true,
    RotationPeriodInDays: 180,
    NextRotationDate: START_MS + 180 * DAY,
  });
});

it('GetKeyRotationStatus keeps saying on for a disabled key and off for one pending deletion', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  lab.ok('EnableKeyRotation', { KeyId });
  const on = lab.ok('GetKeyRotationStatus', { KeyId });
  lab.ok('DisableKey', { KeyId });
  expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual(on);
  lab.ok('ScheduleKeyDeletion', { KeyId });
  expect(lab.ok('GetKeyRotationStatus', { KeyId })).toEqual({ KeyId: Arn, KeyRotationEnabled: false });
});

it('GetKeyRotationStatus says off, not no, of keys that never rotate, and refuses custom key stores', () => {
  const lab = new KmsLab();
  const mac = lab.createKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  expect(lab.ok('GetKeyRotationStatus', { KeyId: mac.KeyId })).toEqual({
    KeyId: mac.Arn,
    KeyRotationEnabled: false,
  });
  const { Arn } = lab.createKey();
  lab.plant({ arn: Arn, origin: 'AWS_CLOUDHSM', customKeyStoreId: 'cks-1' });
  expect(lab.no('GetKeyRotationStatus', { KeyId: Arn })).toBe(
    `UnsupportedOperationException: ${Arn} origin is AWS_CLOUDHSM which is not valid for this operation`,
  );
});

it('GetKeyRotationStatus may be asked from another account', () => {
  const lab = new KmsLab();
  const { Arn } = lab.createKey();
  expect(lab.ok('GetKeyRotationStatus', { KeyId: Arn }, { account: OTHER }).KeyId).toBe(Arn);
});
