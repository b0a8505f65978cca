import { describe, expect, it } from 'vitest';
import { HOME, KmsLab, START_MS } from '../lab.testkit';

const NAME = 'alias/orders';
const ARN = `arn:aws:kms:eu-west-1:${HOME}:${NAME}`;

function labWithAlias(input: Record<string, unknown> = {}) {
  const lab = new KmsLab();
  const key = lab.createKey(input);
  lab.ok('CreateAlias', { AliasName: NAME, TargetKeyId: key.KeyId });
  return { lab, key };
}

describe('UpdateAlias', () => {
  it('makes the name lead to another key, and remembers when', () => {
    const { lab, key } = labWithAlias();
    const next = lab.createKey();
    lab.wait(5000);
    expect(lab.ok('UpdateAlias', { AliasName: NAME, TargetKeyId: next.Arn })).toEqual({});
    expect(lab.trail()).toEqual({
      resources: [key.Arn, next.Arn, ARN],
      responseElements: { keyId: next.Arn },
    });
    expect(lab.ok('ListAliases', { KeyId: next.KeyId }).Aliases).toEqual([
      {
        AliasName: NAME,
        AliasArn: ARN,
        TargetKeyId: next.KeyId,
        CreationDate: START_MS,
        LastUpdatedDate: START_MS + 5000,
      },
    ]);
  });

  it('asks about the alias, the key it leaves and the key it gets', () => {
    const { lab, key } = labWithAlias();
    const next = lab.createKey();
    expect(lab.asks('UpdateAlias', { AliasName: NAME, TargetKeyId: next.KeyId })).toEqual([
      ['kms:UpdateAlias', ARN],
      ['kms:UpdateAlias', key.Arn],
      ['kms:UpdateAlias', next.Arn],
    ]);
    expect(lab.asked[1]?.context('kms:RequestAlias')).toBeUndefined();
  });

  it('lets a name leave a key that is pending deletion, and lead to none', () => {
    const { lab, key } = labWithAlias();
    const next = lab.createKey();
    lab.ok('ScheduleKeyDeletion', { KeyId: key.KeyId });
    lab.ok('UpdateAlias', { AliasName: NAME, TargetKeyId: next.KeyId });
    expect(lab.no('UpdateAlias', { AliasName: NAME, TargetKeyId: key.KeyId })).toBe(
      `KMSInvalidStateException: ${key.Arn} is pending deletion.`,
    );
  });

  it('keeps to keys of the same type and usage; the spec may differ', () => {
    const sign = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
    const { lab } = labWithAlias(sign);
    const move = (input: Record<string, unknown>) => ({
      AliasName: NAME,
      TargetKeyId: lab.createKey(input).KeyId,
    });
    lab.ok('UpdateAlias', move({ ...sign, KeySpec: 'ECC_NIST_P384' }));
    expect(lab.no('UpdateAlias', move({}))).toBe(
      `ValidationException: Alias ${NAME} cannot be changed from a CMK with key type ASYMMETRIC to a CMK with key type SYMMETRIC. The key type of the current CMK and the new CMK must be the same.`,
    );
    expect(lab.no('UpdateAlias', move({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }))).toMatch(
      'with key type ASYMMETRIC to a CMK with key type HMAC',
    );
    expect(lab.no('UpdateAlias', move({ ...sign, KeyUsage: 'KEY_AGREEMENT' }))).toBe(
      `ValidationException: Alias ${NAME} cannot be changed from a CMK with key usage SIGN_VERIFY to a CMK with key usage KEY_AGREEMENT. The key usage of the current CMK and the new CMK must be the same.`,
    );
  });

  it('does not find a name that is not there, and does not touch those of AWS', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    expect(lab.no('UpdateAlias', { AliasName: NAME, TargetKeyId: KeyId })).toBe(
      `NotFoundException: Alias ${ARN} is not found.`,
    );
    expect(lab.no('UpdateAlias', { AliasName: 'alias/aws/s3', TargetKeyId: KeyId })).toBe(
      'NotAuthorizedException',
    );
  });

  it('stops at fifty names for one key, but may set a name anew that the key has already', () => {
    const { lab, key } = labWithAlias();
    for (let i = 1; i < 50; i++) lab.ok('CreateAlias', { AliasName: `alias/a${i}`, TargetKeyId: key.KeyId });
    lab.ok('UpdateAlias', { AliasName: NAME, TargetKeyId: key.KeyId });
    lab.ok('CreateAlias', { AliasName: 'alias/other', TargetKeyId: lab.createKey().KeyId });
    expect(lab.no('UpdateAlias', { AliasName: 'alias/other', TargetKeyId: key.KeyId })).toMatch(
      'current usage is 50.',
    );
  });
});
