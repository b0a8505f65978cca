import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, HOME, KmsLab, START_MS } from '../lab.testkit';

const there = { region: FRANKFURT };
const ADMIN = `arn:aws:iam::${HOME}:user/admin`;

function labWithPrimary(input: Record<string, unknown> = {}) {
  const lab = new KmsLab();
  const primary = lab.createKey({ MultiRegion: true, Description: 'cards', ...input });
  return { lab, primary, KeyId: primary.KeyId, replica: primary.Arn.replace('eu-west-1', FRANKFURT) };
}

describe('ReplicateKey', () => {
  it('answers the replica as it is being created (fact: kms-engine 14.3)', () => {
    const { lab, primary, KeyId, replica } = labWithPrimary();
    const answer = lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    expect(answer).toEqual({
      ReplicaKeyMetadata: {
        ...primary,
        Arn: replica,
        Description: '',
        Enabled: false,
        KeyState: 'Creating',
        CurrentKeyMaterialId: undefined,
        MultiRegionConfiguration: {
          MultiRegionKeyType: 'REPLICA',
          PrimaryKey: { Arn: primary.Arn, Region: 'eu-west-1' },
          ReplicaKeys: [{ Arn: replica, Region: FRANKFURT }],
        },
      },
      ReplicaPolicy: lab.key(primary.Arn).policy,
    });
    expect(lab.trail()).toEqual({
      resources: [primary.Arn],
      responseElements: {
        replicaKeyMetadata: answer.ReplicaKeyMetadata,
        replicaPolicy: answer.ReplicaPolicy,
      },
    });
  });

  it('ends after some seconds with an enabled key of the same material', () => {
    const { lab, primary, KeyId } = labWithPrimary();
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId, Plaintext: new Uint8Array(2) });
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    lab.wait(5000);
    expect(lab.describe(KeyId, there)).toMatchObject({
      KeyState: 'Enabled',
      Enabled: true,
      CreationDate: START_MS,
      CurrentKeyMaterialId: primary.CurrentKeyMaterialId,
    });
    expect(lab.ok('Decrypt', { CiphertextBlob }, there).Plaintext).toEqual(new Uint8Array(2));
  });

  it('gives the replica its own policy, description and tags, none of them those of the primary', () => {
    const Tags = [{ TagKey: 'a', TagValue: '1' }];
    const { lab, KeyId, replica } = labWithPrimary({ Tags: [{ TagKey: 'primary', TagValue: 'yes' }] });
    const statement = { Effect: 'Allow', Principal: { AWS: ADMIN }, Action: 'kms:*', Resource: '*' };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const own = { Policy, Description: 'standby', Tags };
    const answer = lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT, ...own });
    expect(answer).toMatchObject({ ReplicaPolicy: Policy, ReplicaTags: Tags });
    expect(lab.key(replica)).toMatchObject({ policy: Policy, description: 'standby', tags: Tags });
  });

  it('makes one member in each Region, also while the old one waits for its deletion', () => {
    const { lab, KeyId } = labWithPrimary();
    const taken =
      'AlreadyExistsException: You can create only one replica of each primary key in each AWS Region.';
    expect(lab.no('ReplicateKey', { KeyId, ReplicaRegion: 'eu-west-1' })).toBe(taken);
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    expect(lab.no('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT })).toBe(taken);
    lab.ok('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, there);
    expect(lab.no('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT })).toBe(taken);
    lab.wait(7 * DAY);
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
  });

  it('replicates primaries only, into Regions of the same partition', () => {
    const { lab, KeyId, replica } = labWithPrimary();
    const single = lab.createKey();
    expect(lab.no('ReplicateKey', { KeyId: single.KeyId, ReplicaRegion: FRANKFURT })).toBe(
      `UnsupportedOperationException: ${single.Arn} is not a multi-region primary key.`,
    );
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    lab.wait(5000);
    expect(lab.no('ReplicateKey', { KeyId, ReplicaRegion: 'us-east-1' }, there)).toBe(
      `UnsupportedOperationException: ${replica} is not a multi-region primary key.`,
    );
    for (const ReplicaRegion of ['eu-west-9', 'cn-north-1']) {
      expect(lab.no('ReplicateKey', { KeyId, ReplicaRegion })).toMatch(
        `ValidationException: ${ReplicaRegion} is`,
      );
    }
    expect(lab.no('ReplicateKey', { KeyId, ReplicaRegion: 'Ireland' })).toMatch("at 'replicaRegion'");
  });

  it('needs to be allowed here, and CreateKey there (fact: kms-engine 1.4)', () => {
    const { lab, primary, KeyId } = labWithPrimary();
    const Tags = [{ TagKey: 'a', TagValue: '1' }];
    expect(lab.asks('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT, Tags })).toEqual([
      ['kms:ReplicateKey', primary.Arn],
      ['kms:CreateKey', '*'],
      ['kms:TagResource', '*'],
    ]);
    const [here, create, tag] = lab.asked;
    expect([here?.context('kms:ReplicaRegion'), here?.context('aws:RequestedRegion')]).toEqual([
      [FRANKFURT],
      undefined,
    ]);
    expect([create?.context('aws:RequestedRegion'), create?.context('kms:MultiRegionKeyType')]).toEqual([
      [FRANKFURT],
      ['REPLICA'],
    ]);
    expect([tag?.context('aws:RequestedRegion'), tag?.context('aws:RequestTag/a')]).toEqual([
      [FRANKFURT],
      ['1'],
    ]);
  });

  it('costs one ReplicateKey here and two CreateKey there (fact: kms-engine 7.2)', () => {
    const lab = new KmsLab('lab', true);
    const { KeyId } = lab.createKey({ MultiRegion: true });
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
    const spent = lab.world.log
      .get(2)
      ?.changes.flatMap(({ table, id, after }) =>
        table === 'quota-buckets' ? [[id, (after as { tokens: number }).tokens]] : [],
      );
    expect(spent).toEqual([
      [`${HOME}/eu-west-1/ReplicateKey`, 4],
      [`${HOME}/eu-central-1/CreateKey`, 3],
    ]);
    lab.ok('ReplicateKey', { KeyId, ReplicaRegion: 'eu-west-3' });
    lab.createKey({}, there);
    lab.createKey({}, there);
    expect(
      lab.no('ReplicateKey', { KeyId: lab.createKey({ MultiRegion: true }).KeyId, ReplicaRegion: FRANKFURT }),
    ).toBe('ThrottlingException');
  });
});
