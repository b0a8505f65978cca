import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT, REGION, realCloud } from './real-cloud.testkit';

const ZONE = 'eu-west-1a';
const VIA = 'ec2.eu-west-1.amazonaws.com';

interface Volume {
  readonly VolumeId: string;
  readonly State: string;
}

/** A running instance in a Region where volumes stay in the clear unless they ask for more. */
function lab() {
  const cloud = realCloud('volumes');
  const { ok, wait, asked } = cloud;
  const volume = (input: object = {}) =>
    ok<Volume>('ec2', 'CreateVolume', { AvailabilityZone: ZONE, Size: 8, ...input });
  const launch = (input: object = {}): string =>
    ok<{ Instances: { InstanceId: string }[] }>('ec2', 'RunInstances', input).Instances[0]?.InstanceId ?? '';
  const instance = (id: string) =>
    ok<{ Reservations: { Instances: Record<string, unknown>[] }[] }>('ec2', 'DescribeInstances', {
      InstanceIds: [id],
    }).Reservations[0]?.Instances[0];
  const running = () => {
    const id = launch();
    wait(10);
    asked();
    return id;
  };
  const attach = (VolumeId: string, InstanceId: string) =>
    ok('ec2', 'AttachVolume', { VolumeId, InstanceId, Device: '/dev/sdf' });
  const described = (VolumeId: string) =>
    ok<{ Volumes: Record<string, unknown>[] }>('ec2', 'DescribeVolumes', { VolumeIds: [VolumeId] })
      .Volumes[0];
  const grants = (KeyId: string) => ok<{ Grants: object[] }>('kms', 'ListGrants', { KeyId }).Grants;
  return { ...cloud, volume, launch, instance, running, attach, described, grants };
}

describe('an encrypted volume', () => {
  it('has a wrapped data key from the start, made with the caller’s identity (services 1, 4)', () => {
    const { volume, newKey, asked, wait, described } = lab();
    const KmsKeyId = newKey();
    asked();
    const made = volume({ Encrypted: true, KmsKeyId });
    const context = { 'aws:ebs:id': made.VolumeId };
    expect(asked()).toEqual([
      { did: 'DescribeKey', context: undefined, by: 'student', via: VIA, no: undefined },
      { did: 'GenerateDataKeyWithoutPlaintext', context, by: 'student', via: VIA, no: undefined },
    ]);
    wait(5);
    expect(described(made.VolumeId)).toEqual({
      Iops: 3000,
      VolumeType: 'gp2',
      MultiAttachEnabled: false,
      VolumeId: made.VolumeId,
      Size: 8,
      SnapshotId: '',
      AvailabilityZone: ZONE,
      State: 'available',
      CreateTime: Date.UTC(2026, 10, 22, 9),
      Attachments: [],
      Encrypted: true,
      KmsKeyId,
    });
  });

  it('is attached under a grant that the instance’s own identity uses, and that goes with it (services 4)', () => {
    const { volume, newKey, asked, wait, running, attach, grants, ok } = lab();
    const KeyId = newKey();
    const { VolumeId } = volume({ Encrypted: true, KmsKeyId: KeyId });
    const instanceId = running();
    const context = { 'aws:ebs:id': VolumeId };
    attach(VolumeId, instanceId);
    expect(asked()).toEqual([
      { did: 'CreateGrant', context, by: 'student', via: VIA, no: undefined },
      { did: 'Decrypt', context, by: instanceId, via: undefined, no: undefined },
    ]);
    expect(grants(KeyId)).toEqual([
      {
        KeyId,
        GrantId: expect.stringMatching(/^[0-9a-f]{64}$/),
        Name: '',
        CreationDate: expect.any(Number),
        GranteePrincipal: `arn:aws:sts::${HOME_ACCOUNT}:assumed-role/aws:ec2-infrastructure/${instanceId}`,
        IssuingAccount: `arn:aws:iam::${HOME_ACCOUNT}:root`,
        Operations: ['Decrypt', 'RetireGrant'],
        Constraints: { EncryptionContextSubset: context },
      },
    ]);
    wait(3);
    ok('ec2', 'DetachVolume', { VolumeId });
    expect(asked().map(({ did, by }) => [did, by])).toEqual([['RetireGrant', instanceId]]);
    expect(grants(KeyId)).toEqual([]);
  });

  it('stays attached when its key is disabled; the next attachment comes off again (services 4)', () => {
    const { volume, newKey, ok, wait, running, attach, described, asked } = lab();
    const KeyId = newKey();
    const { VolumeId } = volume({ Encrypted: true, KmsKeyId: KeyId });
    const instanceId = running();
    attach(VolumeId, instanceId);
    wait(3);
    ok('kms', 'DisableKey', { KeyId });
    wait(86_400);
    expect(described(VolumeId)).toMatchObject({ State: 'in-use', Attachments: [{ State: 'attached' }] });
    ok('ec2', 'DetachVolume', { VolumeId });
    wait(3);
    asked();
    attach(VolumeId, instanceId);
    expect(described(VolumeId)).toMatchObject({ State: 'in-use', Attachments: [{ State: 'attaching' }] });
    expect(asked().map(({ did, no }) => [did, no])).toEqual([['CreateGrant', 'DisabledException']]);
    wait(3);
    expect(described(VolumeId)).toMatchObject({ State: 'available', Attachments: [] });
  });

  it('disappears when its key cannot be used (services 4)', () => {
    const { volume, newKey, ok, wait, refusal } = lab();
    const KmsKeyId = newKey();
    ok('kms', 'DisableKey', { KeyId: KmsKeyId });
    const { VolumeId, State } = volume({ Encrypted: true, KmsKeyId });
    expect(State).toBe('creating');
    wait(5);
    expect(refusal('ec2', 'DescribeVolumes', { VolumeIds: [VolumeId] })).toBe(
      `InvalidVolume.NotFound: The volume '${VolumeId}' does not exist.`,
    );
  });

  it('needs Encrypted beside a key, and a size or a snapshot', () => {
    const { refusal } = lab();
    expect(refusal('ec2', 'CreateVolume', { AvailabilityZone: ZONE, Size: 8, KmsKeyId: 'alias/x' })).toBe(
      'InvalidParameterDependency: The parameter KmsKeyId requires the parameter Encrypted to be set.',
    );
    expect(refusal('ec2', 'CreateVolume', { AvailabilityZone: ZONE })).toBe(
      'MissingParameter: The request must contain the parameter size/snapshot',
    );
  });
});

describe('encryption by default', () => {
  it('is off at first and encrypts what is made from then on, under aws/ebs or a chosen key (services 4)', () => {
    const { volume, ok, newKey, described } = lab();
    expect(ok('ec2', 'GetEbsEncryptionByDefault')).toEqual({ EbsEncryptionByDefault: false });
    const before = volume();
    ok('ec2', 'EnableEbsEncryptionByDefault');
    expect(ok('ec2', 'GetEbsDefaultKmsKeyId')).toEqual({ KmsKeyId: 'alias/aws/ebs' });
    const managed = volume();
    const chosen = newKey();
    expect(ok('ec2', 'ModifyEbsDefaultKmsKeyId', { KmsKeyId: chosen })).toEqual({ KmsKeyId: chosen });
    const own = volume({ Encrypted: false });
    const { KeyMetadata } = ok<{ KeyMetadata: { Arn: string; KeyManager: string } }>('kms', 'DescribeKey', {
      KeyId: 'alias/aws/ebs',
    });
    expect([before, managed, own].map(({ VolumeId }) => described(VolumeId)?.KmsKeyId)).toEqual([
      undefined,
      KeyMetadata.Arn,
      chosen,
    ]);
    expect(KeyMetadata.KeyManager).toBe('AWS');
    ok('ec2', 'ResetEbsDefaultKmsKeyId');
    expect(ok('ec2', 'GetEbsDefaultKmsKeyId')).toEqual({ KmsKeyId: 'alias/aws/ebs' });
    expect(ok('ec2', 'GetEbsEncryptionByDefault', {}, { region: 'eu-central-1' })).toEqual({
      EbsEncryptionByDefault: false,
    });
  });
});

describe('an instance with an encrypted root volume', () => {
  const root = (KmsKeyId: string) => ({
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId, VolumeSize: 8 } }],
  });

  it('runs on while its key is disabled, and cannot start again (services 4)', () => {
    const { launch, instance, newKey, ok, wait, grants } = lab();
    const KeyId = newKey();
    const id = launch(root(KeyId));
    wait(10);
    ok('kms', 'DisableKey', { KeyId });
    wait(3600);
    expect(instance(id)?.State).toEqual({ Code: 16, Name: 'running' });
    ok('ec2', 'StopInstances', { InstanceIds: [id] });
    wait(20);
    expect(grants(KeyId)).toEqual([]);
    expect(ok('ec2', 'StartInstances', { InstanceIds: [id] })).toEqual({
      StartingInstances: [
        {
          InstanceId: id,
          CurrentState: { Code: 0, Name: 'pending' },
          PreviousState: { Code: 80, Name: 'stopped' },
        },
      ],
    });
    wait(10);
    const message = 'Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state';
    expect(instance(id)).toMatchObject({
      State: { Code: 80, Name: 'stopped' },
      StateReason: { Code: 'Client.InvalidKMSKey.InvalidState', Message: message },
    });
    ok('kms', 'EnableKey', { KeyId });
    ok('ec2', 'StartInstances', { InstanceIds: [id] });
    wait(10);
    expect(instance(id)).toMatchObject({ State: { Name: 'running' }, StateReason: undefined });
  });

  it('terminates when whoever launches it may use the key but not make the grant (services 4)', () => {
    const { instance, newKey, ok, wait, reply, asked } = lab();
    const policy = (actions: readonly string[]) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
      });
    const trust = { Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'sts:AssumeRole' };
    ok('iam', 'CreateRole', {
      RoleName: 'fleet',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
    });
    const allow = (actions: readonly string[]) =>
      ok('iam', 'PutRolePolicy', {
        RoleName: 'fleet',
        PolicyName: 'launch',
        PolicyDocument: policy(actions),
      });
    const use = ['ec2:*', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext'];
    allow(use);
    const { Credentials } = ok<{ Credentials: { AccessKeyId: string } }>('sts', 'AssumeRole', {
      RoleArn: `arn:aws:iam::${HOME_ACCOUNT}:role/fleet`,
      RoleSessionName: 'group',
    });
    const launched = root(newKey());
    const asFleet = () => {
      asked();
      const answer = reply('ec2', 'RunInstances', launched, { region: REGION, as: Credentials.AccessKeyId });
      if (!answer.ok) throw new Error(answer.refusal.message);
      const { InstanceId = '' } = (answer.output.Instances as { InstanceId: string }[])[0] ?? {};
      wait(10);
      return InstanceId;
    };
    const failed = asFleet();
    expect(asked().map(({ did, by, no }) => [did, by, no])).toEqual([
      ['DescribeKey', 'group', undefined],
      ['GenerateDataKeyWithoutPlaintext', 'group', undefined],
      ['CreateGrant', 'group', 'AccessDeniedException'],
    ]);
    expect(instance(failed)).toMatchObject({
      State: { Code: 48, Name: 'terminated' },
      StateReason: { Code: 'Client.InternalError', Message: 'Client.InternalError: Client error on launch' },
      BlockDeviceMappings: [],
    });
    allow([...use, 'kms:CreateGrant']);
    expect(instance(asFleet())?.State).toEqual({ Code: 16, Name: 'running' });
  });

  it('takes its volumes along and retires their grants when it is terminated', () => {
    const { launch, newKey, ok, wait, grants } = lab();
    const KeyId = newKey();
    const id = launch(root(KeyId));
    wait(10);
    expect(grants(KeyId)).toHaveLength(1);
    ok('ec2', 'TerminateInstances', { InstanceIds: [id] });
    wait(20);
    expect([grants(KeyId), ok<{ Volumes: object[] }>('ec2', 'DescribeVolumes').Volumes]).toEqual([[], []]);
  });
});
