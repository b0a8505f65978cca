import { expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

it('UpdateKeyDescription replaces the description, and an empty one clears it', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey({ Description: 'old' });
  expect(lab.ok('UpdateKeyDescription', { KeyId, Description: 'new' })).toEqual({});
  expect(lab.describe(Arn).Description).toBe('new');
  expect(lab.trail()).toEqual({ resources: [Arn] });
  lab.ok('UpdateKeyDescription', { KeyId: Arn, Description: '' });
  expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
  expect(lab.describe(Arn).Description).toBe('');
});

it('UpdateKeyDescription needs a description of at most 8,192 characters', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.createKey();
  expect(lab.no('UpdateKeyDescription', { KeyId })).toBe(
    "ValidationException: 1 validation error detected: Value null at 'description' failed to satisfy constraint: Member must not be null",
  );
  lab.ok('UpdateKeyDescription', { KeyId, Description: 'x'.repeat(8192) });
  expect(lab.no('UpdateKeyDescription', { KeyId, Description: 'x'.repeat(8193) })).toMatch(
    'Member must have length less than or equal to 8192',
  );
});
