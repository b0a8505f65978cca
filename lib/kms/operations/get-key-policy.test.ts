import { expect, it } from 'vitest';
import { HOME, KmsLab } from '../lab.testkit';

const TEXT = `{ "Version":"2012-10-17",\n\t"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${HOME}:root"},"Action":"kms:*","Resource":"*","Sid":"caf\u00e9"}]}`;

it('GetKeyPolicy shows a policy exactly as it was given', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey({ Policy: TEXT });
  expect(lab.ok('GetKeyPolicy', { KeyId })).toEqual({ Policy: TEXT, PolicyName: 'default' });
  expect(lab.ok('GetKeyPolicy', { KeyId: Arn, PolicyName: 'default' }).Policy).toBe(TEXT);
  expect(lab.asks('GetKeyPolicy', { KeyId })).toEqual([['kms:GetKeyPolicy', Arn]]);
  expect(lab.trail()).toEqual({ resources: [Arn] });
});

it('GetKeyPolicy shows the default policy of a key that was given none (fact: kms-engine 14.5)', () => {
  const lab = new KmsLab();
  expect(lab.ok('GetKeyPolicy', { KeyId: lab.createKey().KeyId }).Policy).toBe(`{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "arn:aws:iam::${HOME}:root"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`);
});

it('GetKeyPolicy knows no policy but the one named default', () => {
  const lab = new KmsLab();
  expect(lab.no('GetKeyPolicy', { KeyId: lab.createKey().KeyId, PolicyName: 'other' })).toBe(
    'NotFoundException: No such policy exists',
  );
});
