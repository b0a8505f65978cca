import { expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

it('DisableKey makes a key unusable and keeps all it has', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey({ Tags: [{ TagKey: 'a', TagValue: '1' }] });
  lab.ok('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
  const before = lab.key(Arn);
  expect(lab.ok('DisableKey', { KeyId })).toEqual({});
  expect(lab.key(Arn)).toEqual({ ...before, state: 'Disabled' });
  expect(lab.no('Encrypt', { KeyId: 'alias/a', Plaintext: new Uint8Array(1) })).toBe(
    `DisabledException: ${Arn} is disabled.`,
  );
});

it('DisableKey leaves a disabled key as it is', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.createKey();
  lab.ok('DisableKey', { KeyId });
  const before = lab.world.hash();
  lab.ok('DisableKey', { KeyId });
  expect(lab.world.hash()).toBe(before);
});

it('DisableKey on a key whose store is away takes effect when the store is back (fact: kms-engine 3.2, 12)', () => {
  const lab = new KmsLab();
  const { Arn } = lab.createKey();
  lab.plant({ arn: Arn, state: 'Unavailable', stateAfter: 'Enabled' });
  lab.ok('DisableKey', { KeyId: Arn });
  expect(lab.key(Arn)).toMatchObject({ state: 'Unavailable', stateAfter: 'Disabled' });
});
