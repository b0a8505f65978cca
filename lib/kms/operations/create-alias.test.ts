import { describe, expect, it } from 'vitest';
import { FRANKFURT, HOME, KmsLab, OTHER, START_MS } from '../lab.testkit';

const ARN = `arn:aws:kms:eu-west-1:${HOME}:alias/orders`;

describe('CreateAlias', () => {
  it('gives a key a name by which it is found in this account and Region only', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    expect(lab.ok('CreateAlias', { AliasName: 'alias/orders', TargetKeyId: KeyId })).toEqual({});
    expect(lab.trail()).toEqual({ resources: [Arn, ARN], responseElements: { keyId: Arn } });
    expect(lab.describe('alias/orders').Arn).toBe(Arn);
    expect(lab.describe(ARN).Arn).toBe(Arn);
    expect(lab.ok('ListAliases', { KeyId }).Aliases).toEqual([
      {
        AliasName: 'alias/orders',
        AliasArn: ARN,
        TargetKeyId: KeyId,
        CreationDate: START_MS,
        LastUpdatedDate: START_MS,
      },
    ]);
    expect(lab.no('DescribeKey', { KeyId: 'alias/orders' }, { region: FRANKFURT })).toBe(
      `NotFoundException: Alias arn:aws:kms:eu-central-1:${HOME}:alias/orders is not found.`,
    );
    expect(lab.no('DescribeKey', { KeyId: 'alias/orders' }, { account: OTHER })).toBe(
      `NotFoundException: Alias arn:aws:kms:eu-west-1:${OTHER}:alias/orders is not found.`,
    );
  });

  it('takes a name once in each account and Region, and minds letter case', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const input = { AliasName: 'alias/orders', TargetKeyId: KeyId };
    lab.ok('CreateAlias', input);
    expect(lab.no('CreateAlias', input)).toBe(
      `AlreadyExistsException: An alias with the name ${ARN} already exists`,
    );
    lab.ok('CreateAlias', { ...input, AliasName: 'alias/Orders' });
    const there = { region: FRANKFURT };
    lab.ok('CreateAlias', { ...input, TargetKeyId: lab.createKey({}, there).KeyId }, there);
  });

  it('says what is wrong with a name before it looks for the key (fact: kms-engine 4.3)', () => {
    const lab = new KmsLab();
    const refusalOf = (AliasName: string) => lab.no('CreateAlias', { AliasName, TargetKeyId: 'nonsense' });
    expect(refusalOf('orders')).toBe(
      'ValidationException: Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
    expect(refusalOf(ARN)).toMatch('Alias must start with the prefix');
    expect(refusalOf('alias/Service:Test')).toBe(
      'ValidationException: alias/Service:Test contains invalid characters for an alias',
    );
    expect(refusalOf('alias/no blanks')).toMatch(
      "Value 'alias/no blanks' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$",
    );
    expect(refusalOf('alias/')).toBe('InvalidAliasNameException');
    expect(refusalOf('alias/aws/mine')).toBe('NotAuthorizedException');
    expect(refusalOf(`alias/${'x'.repeat(251)}`)).toMatch('length less than or equal to 256');
    expect(refusalOf('alias/good/name_-9')).toBe("NotFoundException: Invalid keyId 'nonsense'");
  });

  it('names keys, not aliases', () => {
    const lab = new KmsLab();
    lab.ok('CreateAlias', { AliasName: 'alias/orders', TargetKeyId: lab.createKey().KeyId });
    for (const TargetKeyId of ['alias/orders', ARN]) {
      expect(lab.no('CreateAlias', { AliasName: 'alias/two', TargetKeyId })).toBe(
        'InvalidArnException: Key Aliases are not supported for this operation.',
      );
    }
  });

  it('stops at fifty names for one key', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    for (let i = 0; i < 50; i++) lab.ok('CreateAlias', { AliasName: `alias/a${i}`, TargetKeyId: KeyId });
    expect(lab.no('CreateAlias', { AliasName: 'alias/a50', TargetKeyId: KeyId })).toBe(
      'LimitExceededException: Aliases per key quota for this account in this region is 50, current usage is 50.',
    );
    lab.ok('CreateAlias', { AliasName: 'alias/a50', TargetKeyId: lab.createKey().KeyId });
  });

  it('asks about the alias and about the key', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    expect(lab.asks('CreateAlias', { AliasName: 'alias/orders', TargetKeyId: KeyId })).toEqual([
      ['kms:CreateAlias', ARN],
      ['kms:CreateAlias', Arn],
    ]);
    expect(lab.asked.map(({ needsDelegation }) => needsDelegation)).toEqual([false, true]);
    lab.deny = ({ resource }) => resource === ARN;
    expect(lab.no('CreateAlias', { AliasName: 'alias/orders', TargetKeyId: KeyId })).toBe(
      `AccessDeniedException: User: arn:aws:iam::${HOME}:user/admin is not authorized to perform: kms:CreateAlias on resource: ${ARN} because no identity-based policy allows the kms:CreateAlias action`,
    );
  });
});
