import { describe, expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from './cloud';

const ROOT = `arn:aws:iam::${HOME_ACCOUNT}:root`;
const TOPIC = `arn:aws:sns:eu-west-1:${HOME_ACCOUNT}:letters`;
const QUEUE = `https://sqs.eu-west-1.amazonaws.com/${HOME_ACCOUNT}/letters`;
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'sts:AssumeRole' }],
});

/** A key whose policy names a role, and a grant to it and to a user. */
function labWithKey() {
  const cloud = new Cloud({ seed: 'deleted', startMs: Date.UTC(2026, 0, 5) });
  const send = (what: string, input: Record<string, unknown>, credentials = HOME_ACCESS_KEY) => {
    const [service = '', operation = ''] = what.split(':');
    return cloud.send({ service, operation, region: 'eu-west-1', credentials, input });
  };
  const ok = (what: string, input: Record<string, unknown>) => {
    const reply = send(what, input);
    if (!reply.ok) throw new Error(`${what}: ${reply.refusal.name} ${reply.refusal.message}`);
    return reply.output as Record<string, unknown>;
  };
  const createRole = () =>
    ok('iam:CreateRole', { RoleName: 'batch', AssumeRolePolicyDocument: TRUST }).Role as {
      Arn: string;
      RoleId: string;
    };
  const role = createRole();
  const user = ok('iam:CreateUser', { UserName: 'ana' }).User as { Arn: string; UserId: string };
  const Policy = policyFor(role.Arn, role.Arn);
  const { Arn: KeyId } = ok('kms:CreateKey', { Policy }).KeyMetadata as { Arn: string };
  ok('kms:CreateGrant', {
    KeyId,
    GranteePrincipal: role.Arn,
    RetiringPrincipal: user.Arn,
    Operations: ['GenerateDataKey'],
  });
  cloud.advanceTo(cloud.world.nowMs + 60_000);
  const encryptAsRole = () => {
    const session = ok('sts:AssumeRole', { RoleArn: role.Arn, RoleSessionName: 'night' }).Credentials;
    const { AccessKeyId } = session as { AccessKeyId: string };
    const replies = [
      send('kms:Encrypt', { KeyId, Plaintext: new Uint8Array(1) }, AccessKeyId),
      send('kms:GenerateDataKey', { KeyId, KeySpec: 'AES_256' }, AccessKeyId),
    ];
    return replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.name));
  };
  return { cloud, ok, send, role, user, KeyId, createRole, encryptAsRole };
}

/** The key policy: `principal` may encrypt, and whoever is called `name` may look. */
function policyFor(principal: string, name: string): string {
  const account = { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' };
  const use = { Effect: 'Allow', Principal: { AWS: principal }, Action: 'kms:Encrypt', Resource: '*' };
  const Condition = { ArnEquals: { 'aws:PrincipalArn': name } };
  const look = {
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: 'kms:DescribeKey',
    Resource: '*',
    Condition,
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [account, use, look] }, null, 2);
}

describe('a deleted user or role (fact: authorization 4)', () => {
  it('is shown by its unique id in key policies and grants, and a namesake made later is nobody to them', () => {
    const { ok, role, user, KeyId, createRole, encryptAsRole } = labWithKey();
    expect(encryptAsRole()).toEqual(['ok', 'ok']);
    ok('iam:DeleteRole', { RoleName: 'batch' });
    ok('iam:DeleteUser', { UserName: 'ana' });
    createRole();
    expect(encryptAsRole()).toEqual(['AccessDeniedException', 'AccessDeniedException']);
    expect(ok('kms:GetKeyPolicy', { KeyId }).Policy).toBe(policyFor(role.RoleId, role.Arn));
    expect(ok('kms:ListGrants', { KeyId }).Grants).toMatchObject([
      { GranteePrincipal: role.RoleId, RetiringPrincipal: user.UserId },
    ]);
  });

  it('is shown by its unique id in bucket policies, too', () => {
    const { ok, send, role, createRole } = labWithKey();
    const read = (principal: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: principal },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::letters-of-ana/*',
          },
        ],
      });
    for (const Bucket of ['letters-of-ana', 'without-a-policy']) {
      ok('s3:CreateBucket', { Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });
    }
    ok('s3:PutObject', { Bucket: 'letters-of-ana', Key: 'a', Body: new Uint8Array(1) });
    ok('s3:PutBucketPolicy', { Bucket: 'letters-of-ana', Policy: read(role.Arn) });
    const readAsRole = () => {
      const session = ok('sts:AssumeRole', { RoleArn: role.Arn, RoleSessionName: 'night' }).Credentials;
      const { AccessKeyId } = session as { AccessKeyId: string };
      const reply = send('s3:GetObject', { Bucket: 'letters-of-ana', Key: 'a' }, AccessKeyId);
      return reply.ok ? 'ok' : reply.refusal.name;
    };
    expect(readAsRole()).toBe('ok');
    ok('iam:DeleteRole', { RoleName: 'batch' });
    createRole();
    expect(readAsRole()).toBe('AccessDenied');
    expect(ok('s3:GetBucketPolicy', { Bucket: 'letters-of-ana' }).Policy).toBe(read(role.RoleId));
  });

  it.each([
    [
      'secrets',
      'secretsmanager:CreateSecret',
      { Name: 'letter', SecretString: 's' },
      (ResourcePolicy: string) => ({ SecretId: 'letter', ResourcePolicy }),
      'secretsmanager:PutResourcePolicy',
      'secretsmanager:GetResourcePolicy',
    ],
    [
      'topics',
      'sns:CreateTopic',
      { Name: 'letters' },
      (Policy: string) => ({ TopicArn: TOPIC, AttributeName: 'Policy', AttributeValue: Policy }),
      'sns:SetTopicAttributes',
      'sns:GetTopicAttributes',
    ],
    [
      'queues',
      'sqs:CreateQueue',
      { QueueName: 'letters' },
      (Policy: string) => ({ QueueUrl: QUEUE, Attributes: { Policy } }),
      'sqs:SetQueueAttributes',
      'sqs:GetQueueAttributes',
    ],
  ])('is shown by its unique id in policies of %s', (_what, create, input, settings, put, get) => {
    const { ok, role } = labWithKey();
    const policy = (principal: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: '*', Resource: '*' }],
      });
    ok(create, input);
    ok(put, settings(policy(role.Arn)));
    ok('iam:DeleteRole', { RoleName: 'batch' });
    const shown = JSON.stringify(ok(get, { ...settings(''), AttributeNames: ['All'] }));
    expect([shown.includes(role.RoleId), shown.includes(role.Arn)]).toEqual([true, false]);
  });

  it('may not be named again by its unique id, so the policy is put back only without it', () => {
    const { ok, send, role, KeyId } = labWithKey();
    ok('iam:DeleteRole', { RoleName: 'batch' });
    const { Policy } = ok('kms:GetKeyPolicy', { KeyId });
    const reply = send('kms:PutKeyPolicy', { KeyId, Policy });
    expect(reply).toMatchObject({
      ok: false,
      refusal: {
        name: 'MalformedPolicyDocumentException',
        message: 'Policy contains a statement with one or more invalid principals.',
      },
    });
    expect(Policy).toContain(role.RoleId);
  });

  it('is back where it was when the deletion is taken back', () => {
    const { cloud, ok, role, KeyId, encryptAsRole } = labWithKey();
    const before = cloud.world.hash();
    const { head } = cloud.world.log;
    ok('iam:DeleteRole', { RoleName: 'batch' });
    cloud.world.rewind(head, cloud.world.nowMs);
    expect(cloud.world.hash()).toBe(before);
    expect(ok('kms:GetKeyPolicy', { KeyId }).Policy).toContain(role.Arn);
    expect(encryptAsRole()).toEqual(['ok', 'ok']);
  });
});
