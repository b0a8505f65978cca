import { describe, expect, it } from 'vitest';
import { HOME, KmsLab, OTHER } from '../lab.testkit';

describe('DescribeKey', () => {
  it('takes every form of identifier and tells policies the alias in the request', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    lab.ok('CreateAlias', { AliasName: 'alias/orders', TargetKeyId: KeyId });
    const alias = `arn:aws:kms:eu-west-1:${HOME}:alias/orders`;
    for (const form of [KeyId, Arn, 'alias/orders', alias]) expect(lab.describe(form).Arn).toBe(Arn);
    lab.asked.length = 0;
    for (const form of [Arn, alias]) lab.describe(form);
    expect(lab.asked.map((check) => check.context('kms:RequestAlias'))).toEqual([
      undefined,
      ['alias/orders'],
    ]);
    expect(lab.asked.map((check) => check.context('kms:ResourceAliases'))).toEqual([
      ['alias/orders'],
      ['alias/orders'],
    ]);
  });

  it('asks the key policy of a key in another account, and gives nothing away of one that is not there', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    expect(lab.describe(Arn, { account: OTHER }).Arn).toBe(Arn);
    expect(lab.asked.at(-1)).toMatchObject({ account: HOME, resourcePolicy: lab.key(Arn).policy });
    const hidden = `AccessDeniedException: User: arn:aws:iam::${OTHER}:user/admin is not authorized to perform: kms:DescribeKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
    const missing = Arn.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(lab.no('DescribeKey', { KeyId: missing }, { account: OTHER })).toBe(hidden);
    lab.deny = () => true;
    expect(lab.no('DescribeKey', { KeyId: Arn }, { account: OTHER })).toMatch(
      'no identity-based policy allows',
    );
    expect(lab.no('DescribeKey', { KeyId }, { account: OTHER })).toBe(
      `NotFoundException: Key 'arn:aws:kms:eu-west-1:${OTHER}:key/${KeyId}' does not exist`,
    );
  });

  it('shows every member of a set in its Region own view', () => {
    const lab = new KmsLab();
    const primary = lab.createKey({ MultiRegion: true });
    for (const ReplicaRegion of ['eu-central-1', 'us-east-1']) {
      lab.ok('ReplicateKey', { KeyId: primary.KeyId, ReplicaRegion });
    }
    const arn = (region: string) => primary.Arn.replace('eu-west-1', region);
    const shared = {
      PrimaryKey: { Arn: primary.Arn, Region: 'eu-west-1' },
      ReplicaKeys: ['eu-central-1', 'us-east-1'].map((Region) => ({ Arn: arn(Region), Region })),
    };
    expect(lab.describe(primary.KeyId).MultiRegionConfiguration).toEqual({
      MultiRegionKeyType: 'PRIMARY',
      ...shared,
    });
    expect(lab.describe(primary.KeyId, { region: 'us-east-1' }).MultiRegionConfiguration).toEqual({
      MultiRegionKeyType: 'REPLICA',
      ...shared,
    });
  });
});
