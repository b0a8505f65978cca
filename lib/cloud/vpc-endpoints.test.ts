import { beforeAll, describe, expect, it } from 'vitest';
import type { RequestSource } from '../aws';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '.';

const REGION = 'eu-west-1';
const cloud = new Cloud({ seed: 'endpoints', startMs: Date.UTC(2026, 10, 22), quotas: false });
const root = {
  Sid: 'root',
  Effect: 'Allow',
  Principal: { AWS: HOME_ACCOUNT },
  Action: 'kms:*',
  Resource: '*',
};
const places = { vpce: '', key: '', otherKey: '', bucket: 'documents-of-the-lab' };

function send(service: string, operation: string, input: Record<string, unknown>, source?: RequestSource) {
  const reply = cloud.send({
    service,
    operation,
    region: REGION,
    credentials: HOME_ACCESS_KEY,
    input,
    source,
  });
  return reply.ok ? reply.output : `${reply.refusal.name}: ${reply.refusal.message}`;
}

function make<T>(service: string, operation: string, input: Record<string, unknown>): T {
  const output = send(service, operation, input);
  if (typeof output === 'string') throw new Error(output);
  return output as T;
}

const policyOf = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

beforeAll(() => {
  const { VpcEndpoint } = make<{ VpcEndpoint: { VpcEndpointId: string } }>('ec2', 'CreateVpcEndpoint', {
    VpcEndpointType: 'Interface',
    VpcId: 'vpc-0a1b2c3d',
    ServiceName: `com.amazonaws.${REGION}.kms`,
  });
  places.vpce = VpcEndpoint.VpcEndpointId;
  const created = () => make<{ KeyMetadata: { Arn: string } }>('kms', 'CreateKey', {}).KeyMetadata.Arn;
  places.key = created();
  places.otherKey = created();
});

const through = () => ({ vpcEndpoint: places.vpce });
const encrypt = (key: string, source?: RequestSource) => {
  const answer = send('kms', 'Encrypt', { KeyId: key, Plaintext: new Uint8Array([1]) }, source);
  return typeof answer === 'string' ? answer : 'ok';
};

describe('a request through a VPC endpoint', () => {
  it('is capped by the policy of the endpoint, in the words of authorization 11', () => {
    const only = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: places.key };
    send('ec2', 'ModifyVpcEndpoint', { VpcEndpointId: places.vpce, PolicyDocument: policyOf(only) });
    expect([
      encrypt(places.key, through()),
      encrypt(places.otherKey, through()),
      encrypt(places.otherKey),
    ]).toEqual([
      'ok',
      `AccessDeniedException: User: arn:aws:iam::${HOME_ACCOUNT}:user/student is not authorized to perform: kms:Encrypt on resource: ${places.otherKey} because no VPC endpoint policy allows the kms:Encrypt action`,
      'ok',
    ]);
    send('ec2', 'ModifyVpcEndpoint', { VpcEndpointId: places.vpce, ResetPolicy: true });
    expect(encrypt(places.otherKey, through())).toBe('ok');
  });

  it('carries aws:SourceVpce, and what a service does for the caller does not, acceptance vector 15', () => {
    const unless = (more: object) => ({
      Sid: 'private',
      Effect: 'Deny',
      Principal: '*',
      Action: ['kms:GenerateDataKey', 'kms:Encrypt'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': places.vpce }, ...more },
    });
    const put = (statement: object) =>
      send('kms', 'PutKeyPolicy', { KeyId: places.key, Policy: policyOf(root, statement) });
    make('s3', 'CreateBucket', {
      Bucket: places.bucket,
      CreateBucketConfiguration: { LocationConstraint: REGION },
    });
    const upload = () => {
      const input = { Bucket: places.bucket, Key: 'a', Body: new Uint8Array([1]) };
      const encryption = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: places.key };
      const answer = send('s3', 'PutObject', { ...input, ...encryption });
      return typeof answer === 'string' ? answer.split(':')[0] : 'ok';
    };
    put(unless({}));
    expect([encrypt(places.key, through()), encrypt(places.key).split(':')[0], upload()]).toEqual([
      'ok',
      'AccessDeniedException',
      'AccessDenied',
    ]);
    put(unless({ Bool: { 'aws:ViaAWSService': 'false' } }));
    expect([encrypt(places.key, through()), encrypt(places.key).split(':')[0], upload()]).toEqual([
      'ok',
      'AccessDeniedException',
      'ok',
    ]);
  });

  it.each([
    ['aws:SourceVpc', 'StringEquals', 'vpc-0a1b2c3d'],
    ['aws:VpcSourceIp', 'IpAddress', '10.0.0.0/8'],
    ['aws:VpceAccount', 'StringEquals', HOME_ACCOUNT],
  ])('carries %s, which other requests lack', (key, operator, value) => {
    const allow = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${HOME_ACCOUNT}:user/student` },
      Action: 'kms:Encrypt',
      Resource: '*',
      Condition: { [operator]: { [key]: value } },
    };
    const admin = { ...root, Action: 'kms:PutKeyPolicy' };
    send('kms', 'PutKeyPolicy', { KeyId: places.otherKey, Policy: policyOf(admin, allow) });
    expect([encrypt(places.otherKey, through()), encrypt(places.otherKey).split(':')[0]]).toEqual([
      'ok',
      'AccessDeniedException',
    ]);
  });

  it('is told in the trail with the endpoint, its account and an address of the VPC (services 9)', () => {
    make('ec2', 'ModifyVpcEndpoint', { VpcEndpointId: places.vpce, ResetPolicy: true });
    const newest = (wanted = 'DescribeKey') => {
      const { Events } = make<{ Events: { CloudTrailEvent: string }[] }>('cloudtrail', 'LookupEvents', {
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: wanted }],
        MaxResults: 1,
      });
      const { sourceIPAddress, vpcEndpointId, vpcEndpointAccountId } = JSON.parse(
        Events[0]?.CloudTrailEvent ?? '{}',
      );
      return { sourceIPAddress, vpcEndpointId, vpcEndpointAccountId };
    };
    const inside = {
      sourceIPAddress: '10.0.0.10',
      vpcEndpointId: places.vpce,
      vpcEndpointAccountId: HOME_ACCOUNT,
    };
    send('kms', 'DescribeKey', { KeyId: places.key }, through());
    expect(newest()).toEqual(inside);
    send('kms', 'DescribeKey', { KeyId: places.key }, { ...through(), ip: '10.0.7.7' });
    expect(newest()).toEqual({ ...inside, sourceIPAddress: '10.0.7.7' });
    send('kms', 'DescribeKey', { KeyId: places.key });
    expect(newest()).toEqual({ sourceIPAddress: '203.0.113.12' });
    const { VpcEndpoint } = make<{ VpcEndpoint: { VpcEndpointId: string } }>('ec2', 'CreateVpcEndpoint', {
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-9',
      ServiceName: `com.amazonaws.${REGION}.kms`,
    });
    const { VpcEndpointId } = VpcEndpoint;
    send('kms', 'DescribeKey', { KeyId: places.key }, { vpcEndpoint: VpcEndpointId });
    make('ec2', 'DeleteVpcEndpoints', { VpcEndpointIds: [VpcEndpointId] });
    expect(newest()).toEqual({ ...inside, vpcEndpointId: VpcEndpointId });
  });

  it('to another service leaves no endpoint in the records of what that service does (services 9)', () => {
    const { VpcEndpoint } = make<{ VpcEndpoint: { VpcEndpointId: string } }>('ec2', 'CreateVpcEndpoint', {
      VpcEndpointType: 'Gateway',
      VpcId: 'vpc-0a1b2c3d',
      ServiceName: `com.amazonaws.${REGION}.s3`,
    });
    const encryption = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: places.otherKey };
    send('kms', 'PutKeyPolicy', { KeyId: places.otherKey, Policy: policyOf(root) });
    const input = { Bucket: places.bucket, Key: 'b', Body: new Uint8Array([1]), ...encryption };
    expect(send('s3', 'PutObject', input, { vpcEndpoint: VpcEndpoint.VpcEndpointId })).toBeTypeOf('object');
    const { Events } = make<{ Events: { CloudTrailEvent: string }[] }>('cloudtrail', 'LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'GenerateDataKey' }],
      MaxResults: 1,
    });
    const record = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}');
    expect([record.sourceIPAddress, record.vpcEndpointId, record.vpcEndpointAccountId]).toEqual([
      'AWS Internal',
      undefined,
      undefined,
    ]);
  });

  it('reaches nothing where there is no such endpoint, or it leads elsewhere', () => {
    const connection = 'EndpointConnectionError: Could not connect to the endpoint URL';
    expect(encrypt(places.key, { vpcEndpoint: 'vpce-0' })).toBe(connection);
    expect(send('s3', 'ListBuckets', {}, through())).toBe(connection);
  });
});

describe('VPC endpoints', () => {
  it('are listed with what they are', () => {
    const { VpcEndpoints } = make<{ VpcEndpoints: readonly object[] }>('ec2', 'DescribeVpcEndpoints', {
      Filters: [{ Name: 'service-name', Values: [`com.amazonaws.${REGION}.kms`] }],
    });
    expect(VpcEndpoints).toEqual([
      expect.objectContaining({
        VpcEndpointId: places.vpce,
        VpcEndpointType: 'Interface',
        VpcId: 'vpc-0a1b2c3d',
        State: 'available',
        OwnerId: HOME_ACCOUNT,
        PrivateDnsEnabled: true,
      }),
    ]);
  });

  it.each([
    [
      'CreateVpcEndpoint',
      { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.eu-west-1.nosuch' },
      'InvalidServiceName',
    ],
    ['CreateVpcEndpoint', { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.eu-west-1.kms' }, 'InvalidParameter'],
    ['ModifyVpcEndpoint', { VpcEndpointId: 'vpce-0' }, 'InvalidVpcEndpointId.NotFound'],
    ['DescribeVpcEndpoints', { VpcEndpointIds: ['vpce-0'] }, 'InvalidVpcEndpointId.NotFound'],
  ])('%s refuses %j', (operation, input, name) => {
    expect(String(send('ec2', operation, input)).split(':')[0]).toBe(name);
  });

  it('that cannot be deleted are named', () => {
    expect(send('ec2', 'DeleteVpcEndpoints', { VpcEndpointIds: ['vpce-0'] })).toEqual({
      Unsuccessful: [
        {
          Error: {
            Code: 'InvalidVpcEndpointId.NotFound',
            Message: "The Vpc Endpoint Id 'vpce-0' does not exist",
          },
          ResourceId: 'vpce-0',
        },
      ],
    });
  });
});
