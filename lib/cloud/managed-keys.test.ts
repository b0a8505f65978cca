import { describe, expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from './cloud';

const REGION = 'eu-west-1';

function lab() {
  const cloud = new Cloud({ seed: 'managed', startMs: Date.UTC(2026, 0, 5) });
  const send = (service: string, operation: string, input: Record<string, unknown>) =>
    cloud.send({ service, operation, region: REGION, credentials: HOME_ACCESS_KEY, input });
  return { cloud, send };
}

function said(reply: ReturnType<Cloud['send']>): string {
  return reply.ok ? 'ok' : `${reply.refusal.name}: ${reply.refusal.message}`;
}

describe('an AWS managed key', () => {
  it('comes to be when its service first needs it, and is used through that service alone', () => {
    const { send } = lab();
    send('s3', 'CreateBucket', {
      Bucket: 'cards',
      CreateBucketConfiguration: { LocationConstraint: REGION },
    });
    const put = send('s3', 'PutObject', {
      Bucket: 'cards',
      Key: 'a.txt',
      Body: new Uint8Array([1, 2, 3]),
      ServerSideEncryption: 'aws:kms',
    });
    expect(said(put)).toBe('ok');
    const { KeyMetadata } = (send('kms', 'DescribeKey', { KeyId: 'alias/aws/s3' }) as { output?: never })
      .output as unknown as {
      KeyMetadata: Record<string, unknown>;
    };
    expect(KeyMetadata).toMatchObject({
      KeyManager: 'AWS',
      KeyState: 'Enabled',
      MultiRegion: false,
      AWSAccountId: HOME_ACCOUNT,
    });
    expect((put as { output?: Record<string, unknown> }).output?.SSEKMSKeyId).toBe(KeyMetadata.Arn);
    expect(said(send('s3', 'GetObject', { Bucket: 'cards', Key: 'a.txt' }))).toBe('ok');
    expect(said(send('kms', 'Encrypt', { KeyId: 'alias/aws/s3', Plaintext: new Uint8Array(1) }))).toBe(
      `AccessDeniedException: User: arn:aws:iam::${HOME_ACCOUNT}:user/student is not authorized to perform: kms:Encrypt on resource: ${KeyMetadata.Arn} because no resource-based policy allows the kms:Encrypt action`,
    );
  });

  it('comes to be when DescribeKey names it, and for no other operation', () => {
    const { send } = lab();
    const alias = `arn:aws:kms:${REGION}:${HOME_ACCOUNT}:alias/aws/ebs`;
    expect(said(send('kms', 'Encrypt', { KeyId: 'alias/aws/ebs', Plaintext: new Uint8Array(1) }))).toBe(
      `NotFoundException: Alias ${alias} is not found.`,
    );
    expect(said(send('kms', 'DescribeKey', { KeyId: 'alias/aws/ebs' }))).toBe('ok');
    expect(said(send('kms', 'DescribeKey', { KeyId: 'alias/aws/nonsense' }))).toMatch(/^NotFoundException/);
  });

  it('does not come to be for somebody who may not look at it', () => {
    const { cloud, send } = lab();
    send('iam', 'CreateUser', { UserName: 'ana' });
    const { AccessKey } = (send('iam', 'CreateAccessKey', { UserName: 'ana' }) as { output?: object })
      .output as { AccessKey: { AccessKeyId: string } };
    const credentials = AccessKey.AccessKeyId;
    const input = { KeyId: 'alias/aws/s3' };
    const before = cloud.world.hash();
    cloud.quotas = false;
    const reply = cloud.send({
      service: 'kms',
      operation: 'DescribeKey',
      region: REGION,
      credentials,
      input,
    });
    expect(said(reply)).toMatch(/^AccessDeniedException/);
    expect(cloud.world.hash()).toBe(before);
  });

  it('cannot be switched off, scheduled for deletion or renamed', () => {
    const { send } = lab();
    const { KeyMetadata } = (
      send('kms', 'DescribeKey', { KeyId: 'alias/aws/ebs' }) as unknown as {
        output: { KeyMetadata: { Arn: string } };
      }
    ).output;
    for (const operation of ['DisableKey', 'ScheduleKeyDeletion', 'UpdateKeyDescription']) {
      const reply = send('kms', operation, { KeyId: KeyMetadata.Arn, Description: 'mine' });
      expect(said(reply)).toMatch(
        /^AccessDeniedException: .* because no resource-based policy allows the kms:/,
      );
    }
    expect(said(send('kms', 'DeleteAlias', { AliasName: 'alias/aws/ebs' }))).toMatch(
      /^NotAuthorizedException/,
    );
  });
});
