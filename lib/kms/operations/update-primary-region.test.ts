import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, HOME, KmsLab } from '../lab.testkit';

const there = { region: FRANKFURT };

function labWithSet() {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey({ MultiRegion: true });
  lab.ok('ReplicateKey', { KeyId, ReplicaRegion: FRANKFURT });
  lab.ok('ReplicateKey', { KeyId, ReplicaRegion: 'us-east-1' });
  lab.wait(5000);
  return { lab, KeyId, Arn, replica: Arn.replace('eu-west-1', FRANKFURT) };
}

describe('UpdatePrimaryRegion', () => {
  it('lets replica and primary change roles; both are Updating for some seconds and go on encrypting', () => {
    const { lab, KeyId, Arn, replica } = labWithSet();
    expect(lab.ok('UpdatePrimaryRegion', { KeyId, PrimaryRegion: FRANKFURT })).toEqual({});
    expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    lab.ok('Decrypt', { CiphertextBlob }, there);
    expect([lab.describe(KeyId), lab.describe(KeyId, there)]).toMatchObject([
      { KeyState: 'Updating', Enabled: false },
      { KeyState: 'Updating', Enabled: false },
    ]);
    expect(lab.no('DisableKey', { KeyId })).toBe(`KMSInvalidStateException: ${Arn} is updating.`);
    lab.wait(5000);
    expect(lab.describe(KeyId, there)).toMatchObject({
      KeyState: 'Enabled',
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'PRIMARY',
        PrimaryKey: { Arn: replica, Region: FRANKFURT },
        ReplicaKeys: [
          { Arn, Region: 'eu-west-1' },
          { Arn: Arn.replace('eu-west-1', 'us-east-1'), Region: 'us-east-1' },
        ],
      },
    });
    expect(lab.describe(KeyId)).toMatchObject({
      KeyState: 'Enabled',
      MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' },
    });
  });

  it('takes rotation along: its schedule, what is under way and how often it happened', () => {
    const { lab, KeyId, replica } = labWithSet();
    lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    lab.ok('RotateKeyOnDemand', { KeyId });
    const status = lab.ok('GetKeyRotationStatus', { KeyId }, there);
    lab.ok('UpdatePrimaryRegion', { KeyId, PrimaryRegion: FRANKFURT });
    expect(lab.ok('GetKeyRotationStatus', { KeyId }, there)).toEqual(status);
    expect(lab.key(replica).onDemandRotations).toBe(1);
    lab.wait(90 * DAY);
    const rotations = lab.ok('ListKeyRotations', { KeyId }).Rotations;
    expect(rotations).toMatchObject([{ RotationType: 'ON_DEMAND' }, { RotationType: 'AUTOMATIC' }]);
    expect(lab.describe(KeyId).CurrentKeyMaterialId).toBe(lab.describe(KeyId, there).CurrentKeyMaterialId);
  });

  it('lets the old primary be deleted as a replica', () => {
    const { lab, KeyId } = labWithSet();
    lab.ok('UpdatePrimaryRegion', { KeyId, PrimaryRegion: FRANKFURT });
    lab.wait(5000);
    expect(lab.ok('ScheduleKeyDeletion', { KeyId }).KeyState).toBe('PendingDeletion');
    lab.wait(31 * DAY);
    expect(lab.describe(KeyId, there).MultiRegionConfiguration?.ReplicaKeys).toHaveLength(1);
  });

  it('asks for permission on both keys', () => {
    const { lab, KeyId, Arn, replica } = labWithSet();
    expect(lab.asks('UpdatePrimaryRegion', { KeyId, PrimaryRegion: FRANKFURT })).toEqual([
      ['kms:UpdatePrimaryRegion', Arn],
      ['kms:UpdatePrimaryRegion', replica],
    ]);
    expect(lab.asked.map((check) => check.context('kms:PrimaryRegion'))).toEqual([[FRANKFURT], [FRANKFURT]]);
    expect(lab.asked[1]).toMatchObject({ resourcePolicy: lab.key(replica).policy, needsDelegation: true });
  });

  it('needs the primary, and a usable replica where it is to go', () => {
    const { lab, KeyId, Arn, replica } = labWithSet();
    const single = lab.createKey();
    expect(lab.no('UpdatePrimaryRegion', { KeyId: single.KeyId, PrimaryRegion: FRANKFURT })).toBe(
      `UnsupportedOperationException: ${single.Arn} is not a multi-region primary key.`,
    );
    expect(lab.no('UpdatePrimaryRegion', { KeyId, PrimaryRegion: 'eu-west-1' }, there)).toBe(
      `UnsupportedOperationException: ${replica} is not a multi-region primary key.`,
    );
    const nowhere = Arn.replace('eu-west-1', 'eu-west-3');
    expect(lab.no('UpdatePrimaryRegion', { KeyId, PrimaryRegion: 'eu-west-3' })).toBe(
      `NotFoundException: Key '${nowhere}' does not exist`,
    );
    expect(lab.no('UpdatePrimaryRegion', { KeyId, PrimaryRegion: 'eu-west-1' })).toMatch('NotFoundException');
    lab.ok('DisableKey', { KeyId }, there);
    expect(lab.no('UpdatePrimaryRegion', { KeyId, PrimaryRegion: FRANKFURT })).toBe(
      `DisabledException: ${replica} is disabled.`,
    );
  });

  it('counts in both Regions (fact: kms-engine 12.3)', () => {
    const lab = new KmsLab('lab', true);
    const { KeyId } = lab.createKey({ MultiRegion: true });
    lab.send('UpdatePrimaryRegion', { KeyId, PrimaryRegion: FRANKFURT });
    lab.send('UpdatePrimaryRegion', { KeyId, PrimaryRegion: 'nowhere' });
    expect([2, 3].map((seq) => lab.world.log.get(seq)?.changes.map(({ id }) => id))).toEqual([
      [`${HOME}/eu-west-1/UpdatePrimaryRegion`, `${HOME}/eu-central-1/UpdatePrimaryRegion`],
      [`${HOME}/eu-west-1/UpdatePrimaryRegion`],
    ]);
  });
});
