import { expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

it('ListKeyPolicies lists the one name there is', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  expect(lab.ok('ListKeyPolicies', { KeyId })).toEqual({ PolicyNames: ['default'], Truncated: false });
  expect(lab.asks('ListKeyPolicies', { KeyId, Limit: 1 })).toEqual([['kms:ListKeyPolicies', Arn]]);
  expect(lab.no('ListKeyPolicies', { KeyId, Marker: 'x' })).toMatch('InvalidMarkerException');
});
