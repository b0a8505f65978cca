import { describe, expect, it } from 'vitest';
import { Cloud } from '../../cloud';
import { type From, HOME_ACCOUNT, REGION, realCloud, STANDBY } from './real-cloud.testkit';

interface Snapshot {
  readonly SnapshotId: string;
  readonly State: string;
  readonly StateMessage?: string;
  readonly Encrypted: boolean;
  readonly KmsKeyId?: string;
}

/** A volume with a finished snapshot. */
function lab(seed = 'snapshots') {
  const cloud = realCloud(seed);
  const { ok, wait, asked } = cloud;
  const snapshotUnder = (KmsKeyId?: string) => {
    const encryption = KmsKeyId === undefined ? {} : { Encrypted: true, KmsKeyId };
    const { VolumeId } = ok<{ VolumeId: string }>('ec2', 'CreateVolume', {
      AvailabilityZone: `${REGION}a`,
      Size: 8,
      ...encryption,
    });
    wait(5);
    asked();
    const { SnapshotId } = ok<Snapshot>('ec2', 'CreateSnapshot', { VolumeId, Description: 'nightly' });
    wait(30);
    return { VolumeId, SnapshotId };
  };
  const described = (SnapshotId: string, from: From = {}) =>
    ok<{ Snapshots: Snapshot[] }>('ec2', 'DescribeSnapshots', { SnapshotIds: [SnapshotId] }, from)
      .Snapshots[0];
  const copy = (SourceSnapshotId: string, input: object, from: From = {}) => {
    const request = { SourceRegion: REGION, SourceSnapshotId, ...input };
    return ok<Snapshot>('ec2', 'CopySnapshot', request, from).SnapshotId;
  };
  const share = (SnapshotId: string, account: string) => ({
    SnapshotId,
    Attribute: 'createVolumePermission',
    OperationType: 'add',
    UserIds: [account],
  });
  return { ...cloud, snapshotUnder, described, copy, share };
}

describe('a snapshot', () => {
  it('is encrypted as its volume is, without asking KMS (services 4)', () => {
    const { newKey, snapshotUnder, asked, described } = lab();
    const KmsKeyId = newKey();
    const { VolumeId, SnapshotId } = snapshotUnder(KmsKeyId);
    expect(asked()).toEqual([]);
    expect(described(SnapshotId)).toEqual({
      SnapshotId,
      VolumeId,
      State: 'completed',
      StateMessage: undefined,
      StartTime: Date.UTC(2026, 10, 22, 9) + 5000,
      Progress: '100%',
      OwnerId: HOME_ACCOUNT,
      Description: 'nightly',
      VolumeSize: 8,
      Encrypted: true,
      KmsKeyId,
    });
  });

  it('under aws/ebs cannot be shared; a copy under a key of the account’s own can (F-012, services 4)', () => {
    const { newKey, snapshotUnder, ok, refusal, copy, wait, share } = lab();
    const { SnapshotId } = snapshotUnder('alias/aws/ebs');
    expect(refusal('ec2', 'ModifySnapshotAttribute', share(SnapshotId, '444455556666'))).toBe(
      'OperationNotPermitted: Encrypted snapshots with EBS default key cannot be shared',
    );
    const copied = copy(SnapshotId, { Encrypted: true, KmsKeyId: newKey() });
    wait(60);
    ok('ec2', 'ModifySnapshotAttribute', share(copied, '444455556666'));
    expect(
      ok('ec2', 'DescribeSnapshotAttribute', { SnapshotId: copied, Attribute: 'createVolumePermission' }),
    ).toEqual({ SnapshotId: copied, CreateVolumePermissions: [{ UserId: '444455556666' }] });
    const everybody = { SnapshotId: copied, CreateVolumePermission: { Add: [{ Group: 'all' }] } };
    expect(refusal('ec2', 'ModifySnapshotAttribute', everybody)).toBe(
      'OperationNotPermitted: Encrypted snapshots cannot be shared publicly',
    );
  });

  it('keeps its data key in a volume under the same key, and is encrypted anew under another (services 4)', () => {
    const { newKey, snapshotUnder, ok, asked, wait } = lab();
    const first = newKey();
    const { SnapshotId, VolumeId: origin } = snapshotUnder(first);
    const volume = (input: object = {}) =>
      ok<{ VolumeId: string; KmsKeyId: string }>('ec2', 'CreateVolume', {
        AvailabilityZone: `${REGION}a`,
        SnapshotId,
        ...input,
      });
    const same = volume();
    expect(asked().map(({ did, context }) => [did, context])).toEqual([
      ['DescribeKey', undefined],
      ['ReEncrypt', { 'aws:ebs:id': same.VolumeId }],
    ]);
    const second = newKey();
    const other = volume({ Encrypted: true, KmsKeyId: second });
    expect(asked().map(({ did, context, by }) => [did, context, by])).toEqual([
      ['DescribeKey', undefined, 'student'],
      ['CreateGrant', { 'aws:ebs:id': origin }, 'student'],
      ['Decrypt', { 'aws:ebs:id': origin }, other.VolumeId],
      ['RetireGrant', undefined, other.VolumeId],
      ['GenerateDataKeyWithoutPlaintext', { 'aws:ebs:id': other.VolumeId }, 'student'],
    ]);
    expect([same.KmsKeyId, other.KmsKeyId]).toEqual([first, second]);
    wait(5);
  });

  it('in the clear makes an encrypted volume with a grant first (services 4)', () => {
    const { newKey, snapshotUnder, ok, asked } = lab();
    const { SnapshotId } = snapshotUnder();
    const input = { AvailabilityZone: `${REGION}a`, SnapshotId, Encrypted: true, KmsKeyId: newKey() };
    ok('ec2', 'CreateVolume', input);
    expect(asked().map(({ did }) => did)).toEqual([
      'DescribeKey',
      'CreateGrant',
      'GenerateDataKeyWithoutPlaintext',
      'Decrypt',
      'RetireGrant',
    ]);
  });

  it('is copied to another Region under a key of that Region, which has to be named there (services 4)', () => {
    const { newKey, snapshotUnder, copy, wait, described, asked } = lab();
    const here = newKey();
    const { SnapshotId } = snapshotUnder(here);
    const there = { region: STANDBY };
    const target = newKey({}, there);
    asked();
    const right = copy(SnapshotId, { KmsKeyId: target }, there);
    expect(asked().map(({ did, via }) => [did, via])).toEqual([
      ['DescribeKey', 'ec2.eu-central-1.amazonaws.com'],
      ['CreateGrant', 'ec2.eu-west-1.amazonaws.com'],
      ['Decrypt', undefined],
      ['RetireGrant', undefined],
      ['GenerateDataKeyWithoutPlaintext', 'ec2.eu-central-1.amazonaws.com'],
    ]);
    const wrong = copy(SnapshotId, { KmsKeyId: here }, there);
    wait(60);
    expect(described(right, there)).toMatchObject({ State: 'completed', Encrypted: true, KmsKeyId: target });
    expect(described(wrong, there)).toMatchObject({
      State: 'error',
      StateMessage: 'Given key ID is not accessible',
      KmsKeyId: undefined,
    });
  });
});

describe('a snapshot shared with another account', () => {
  it('is of use there only with the key’s policy, and becomes its own by a copy under its own key (M-040)', () => {
    const { newKey, snapshotUnder, ok, refusal, copy, wait, share, described, secondAccount, asked } = lab();
    const { account, as } = secondAccount();
    const KeyId = newKey();
    const { SnapshotId } = snapshotUnder(KeyId);
    const from = { as };
    const own = newKey({}, from);
    const wanted = { SourceRegion: REGION, SourceSnapshotId: SnapshotId, KmsKeyId: own };
    expect(refusal('ec2', 'CopySnapshot', wanted, from)).toBe(
      `InvalidSnapshot.NotFound: The snapshot '${SnapshotId}' does not exist.`,
    );
    ok('ec2', 'ModifySnapshotAttribute', share(SnapshotId, account));
    asked();
    const early = copy(SnapshotId, { KmsKeyId: own }, from);
    expect(asked().map(({ did, no }) => [did, no])).toEqual([
      ['DescribeKey', undefined],
      ['CreateGrant', 'AccessDeniedException'],
    ]);
    const { Policy } = ok<{ Policy: string }>('kms', 'GetKeyPolicy', { KeyId });
    const document = JSON.parse(Policy) as { Statement: object[] };
    document.Statement.push({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: ['kms:DescribeKey', 'kms:CreateGrant', 'kms:ReEncrypt*', 'kms:Decrypt'],
      Resource: '*',
    });
    ok('kms', 'PutKeyPolicy', { KeyId, Policy: JSON.stringify(document) });
    const late = copy(SnapshotId, { KmsKeyId: own }, from);
    wait(60);
    expect(described(early, from)).toMatchObject({ State: 'error' });
    expect(described(late, from)).toMatchObject({ State: 'completed', KmsKeyId: own });
    ok('kms', 'DisableKey', { KeyId });
    const input = { AvailabilityZone: `${REGION}a`, SnapshotId: late };
    const { VolumeId } = ok<{ VolumeId: string }>('ec2', 'CreateVolume', input, from);
    wait(5);
    expect(ok('ec2', 'DescribeVolumes', { VolumeIds: [VolumeId] }, from)).toMatchObject({
      Volumes: [{ State: 'available', KmsKeyId: own }],
    });
  });
});

describe('a world with volumes, snapshots and instances', () => {
  it('comes out the same when its requests are sent again', () => {
    const { world, newKey, snapshotUnder, copy, ok, wait } = lab('replay');
    const KmsKeyId = newKey();
    const { SnapshotId } = snapshotUnder(KmsKeyId);
    copy(SnapshotId, { KmsKeyId: newKey() });
    const Ebs = { Encrypted: true, KmsKeyId };
    ok('ec2', 'RunInstances', { MaxCount: 2, BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs }] });
    wait(100);
    const again = new Cloud({ seed: 'replay', startMs: world.startMs });
    for (const { request, parent, atMs } of world.log.since(0)) {
      if (parent !== undefined) continue;
      if (request.service === 'lab') again.advanceTo(atMs);
      else {
        again.advanceTo(atMs);
        again.send(request);
      }
    }
    again.advanceTo(world.nowMs);
    expect(again.world.hash()).toBe(world.hash());
  });
});
