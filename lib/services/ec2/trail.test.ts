import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT, REGION, realCloud } from './real-cloud.testkit';

interface Found {
  readonly Events: { readonly CloudTrailEvent: string }[];
}

function eventsOf({ Events }: Found): Record<string, unknown>[] {
  return Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent) as Record<string, unknown>);
}

describe('the trail of an attachment', () => {
  it('shows who asked EC2, and EC2’s own identity asking KMS (services 9)', () => {
    const { ok, newKey, wait } = realCloud('trail');
    const KmsKeyId = newKey();
    const { Instances } = ok<{ Instances: { InstanceId: string }[] }>('ec2', 'RunInstances');
    const InstanceId = Instances[0]?.InstanceId ?? '';
    const { VolumeId } = ok<{ VolumeId: string }>('ec2', 'CreateVolume', {
      AvailabilityZone: `${REGION}a`,
      Size: 8,
      Encrypted: true,
      KmsKeyId,
    });
    wait(10);
    ok('ec2', 'AttachVolume', { InstanceId, VolumeId, Device: '/dev/sdf' });
    const events = eventsOf(ok<Found>('cloudtrail', 'LookupEvents'));
    const event = (name: string) => events.find(({ eventName }) => eventName === name);
    expect(event('AttachVolume')).toMatchObject({
      eventSource: 'ec2.amazonaws.com',
      userIdentity: { type: 'IAMUser', userName: 'student' },
      requestParameters: { instanceId: InstanceId, volumeId: VolumeId, device: '/dev/sdf' },
      responseElements: { state: 'attaching' },
    });
    expect(event('CreateGrant')).toMatchObject({
      userIdentity: { type: 'IAMUser', invokedBy: 'ec2.amazonaws.com' },
      sourceIPAddress: 'ec2.amazonaws.com',
      requestParameters: {
        granteePrincipal: `arn:aws:sts::${HOME_ACCOUNT}:assumed-role/aws:ec2-infrastructure/${InstanceId}`,
      },
    });
    const decrypt = event('Decrypt');
    expect(decrypt).toMatchObject({
      userIdentity: {
        type: 'AssumedRole',
        principalId: `${HOME_ACCOUNT}:aws:ec2-infrastructure:${InstanceId}`,
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            principalId: `${HOME_ACCOUNT}:aws:ec2-infrastructure`,
            arn: `arn:aws:iam::${HOME_ACCOUNT}:role/aws:ec2-infrastructure`,
            userName: 'aws:ec2-infrastructure',
          },
          attributes: { creationDate: '2026-11-22T09:00:10Z' },
        },
      },
      sourceIPAddress: 'AWS Internal',
      requestParameters: { encryptionContext: { 'aws:ebs:id': VolumeId } },
      resources: [{ ARN: KmsKeyId }],
    });
    expect(decrypt?.tlsDetails).toBeUndefined();
  });
});

describe('the trail of a database', () => {
  it('shows RDS itself using its grant (services 9)', () => {
    const { ok, newKey } = realCloud('trail');
    const database = { DBInstanceIdentifier: 'orders', DBInstanceClass: 'db.m7g.large', Engine: 'postgres' };
    const MasterUserPassword = 'correct horse';
    const encryption = { StorageEncrypted: true, KmsKeyId: newKey() };
    ok('rds', 'CreateDBInstance', { ...database, MasterUserPassword, ...encryption });
    const events = eventsOf(ok<Found>('cloudtrail', 'LookupEvents'));
    const made = events.find(({ eventName }) => eventName === 'GenerateDataKeyWithoutPlaintext');
    expect(made).toMatchObject({
      userIdentity: { type: 'AWSService', invokedBy: 'rds.amazonaws.com' },
      sourceIPAddress: 'rds.amazonaws.com',
      userAgent: 'rds.amazonaws.com',
      recipientAccountId: HOME_ACCOUNT,
    });
    expect(JSON.stringify(events)).not.toContain(MasterUserPassword);
  });
});
