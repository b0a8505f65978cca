import { expect, it } from 'vitest';
import { HOME, KmsLab } from '../lab.testkit';

const NAME = 'alias/orders';
const ARN = `arn:aws:kms:eu-west-1:${HOME}:${NAME}`;

it('DeleteAlias takes the name away and leaves the key as it is', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  const before = lab.world.hash();
  lab.ok('CreateAlias', { AliasName: NAME, TargetKeyId: KeyId });
  expect(lab.asks('DeleteAlias', { AliasName: NAME })).toEqual([
    ['kms:DeleteAlias', ARN],
    ['kms:DeleteAlias', Arn],
  ]);
  expect(lab.trail()).toEqual({ resources: [Arn, ARN], responseElements: { keyId: Arn } });
  expect(lab.world.hash()).toBe(before);
});

it('DeleteAlias says what is wrong with a name, and which one is not there', () => {
  const lab = new KmsLab();
  expect(lab.no('DeleteAlias', { AliasName: NAME })).toBe(`NotFoundException: Alias ${ARN} is not found.`);
  expect(lab.no('DeleteAlias', { AliasName: 'orders' })).toMatch('Alias must start with the prefix "alias/"');
  expect(lab.no('DeleteAlias', { AliasName: 'alias/aws/s3' })).toBe('NotAuthorizedException');
});
