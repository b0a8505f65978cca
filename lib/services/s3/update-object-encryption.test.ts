import { describe, expect, it } from 'vitest';
import { objects } from '.';
import { AWAY, allow, HOME, policy, regions } from './regions.testkit';

const BODY = new TextEncoder().encode('four years old');
const CONTEXT = { 'aws:s3:arn': 'arn:aws:s3:::archive/a' };
const named = { Bucket: 'archive', Key: 'a' };

/** An object as `put` asks for it, two keys, and what an update comes to. */
function stored(put: object = {}) {
  const lab = regions();
  const keys = [lab.key(HOME), lab.key(HOME)] as const;
  lab.bucket('archive', HOME);
  lab.must('s3', 'PutObject', { ...named, Body: BODY, SSEKMSKeyId: undefined, ...put });
  const update = (SSEKMS: object) =>
    lab.answer('s3', 'UpdateObjectEncryption', { ...named, ObjectEncryption: { SSEKMS } });
  const under = (KMSKeyArn: string, BucketKeyEnabled?: boolean) => update({ KMSKeyArn, BucketKeyEnabled });
  const head = () => lab.must('s3', 'HeadObject', named);
  const sealed = () => lab.cloud.world.table(objects).get('archive/a')?.sealed;
  return { ...lab, keys, update, under, head, sealed };
}

describe('UpdateObjectEncryption', () => {
  it('takes an object from SSE-S3 to a KMS key: its data key is wrapped, its body stays', () => {
    const { keys, under, head, sealed, must, kmsSince, cloud } = stored();
    const [before, bytes, seq] = [head(), sealed(), cloud.world.log.head];
    expect(under(keys[0])).toEqual({});
    expect(kmsSince(seq).map(({ operation, context }) => [operation, context])).toEqual([
      ['Encrypt', CONTEXT],
    ]);
    expect(head()).toEqual({ ...before, ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys[0] });
    expect(sealed()).toBe(bytes);
    expect(must('s3', 'GetObject', named)).toMatchObject({ Body: BODY });
  });

  it('swaps the KMS key by one ReEncrypt; the old key is not needed any more', () => {
    const { keys, under, head, sealed, must, kmsSince, cloud } = stored();
    under(keys[0]);
    const [bytes, seq] = [sealed(), cloud.world.log.head];
    under(keys[1]);
    expect(kmsSince(seq).map(({ operation, via }) => [operation, via])).toEqual([
      ['ReEncrypt', ['s3.eu-west-1.amazonaws.com']],
    ]);
    must('kms', 'DisableKey', { KeyId: keys[0] });
    expect([head().SSEKMSKeyId, sealed()]).toEqual([keys[1], bytes]);
    expect(must('s3', 'GetObject', named)).toMatchObject({ Body: BODY });
  });

  it('gives an object a Bucket Key and takes it away again', () => {
    const { keys, under, head, must, kmsSince, cloud } = stored();
    const seq = cloud.world.log.head;
    under(keys[0], true);
    expect(head()).toMatchObject({ SSEKMSKeyId: keys[0], BucketKeyEnabled: true });
    expect(must('s3', 'GetObject', named)).toMatchObject({ Body: BODY });
    under(keys[1]);
    expect(head()).toMatchObject({ SSEKMSKeyId: keys[1] });
    expect(must('s3', 'GetObject', named)).toMatchObject({ Body: BODY });
    const bucketContext = { 'aws:s3:arn': 'arn:aws:s3:::archive' };
    expect(kmsSince(seq).map(({ operation, context }) => [operation, context])).toEqual([
      ['GenerateDataKey', bucketContext],
      ['Decrypt', bucketContext],
      ['GenerateDataKey', CONTEXT],
      ['Decrypt', CONTEXT],
    ]);
  });

  it('needs permissions of S3 and of both keys', () => {
    const { keys, under, must, answer } = stored();
    under(keys[0]);
    must('iam', 'CreateUser', { UserName: 'ulf' });
    const may = (...statements: readonly object[]) =>
      must('iam', 'PutUserPolicy', {
        UserName: 'ulf',
        PolicyName: 'p',
        PolicyDocument: policy(...statements),
      });
    const { AccessKey } = must('iam', 'CreateAccessKey', { UserName: 'ulf' }) as {
      AccessKey: { AccessKeyId: string };
    };
    const request = { ...named, ObjectEncryption: { SSEKMS: { KMSKeyArn: keys[1] } } };
    const tried = () => answer('s3', 'UpdateObjectEncryption', request, HOME, AccessKey.AccessKeyId);
    may(allow('s3:PutObject', '*'));
    expect(tried()).toMatch(/^AccessDenied: .*s3:UpdateObjectEncryption on resource/);
    may(allow('s3:*', '*'), allow('kms:ReEncryptFrom', keys[0]));
    expect(tried()).toMatch(/^AccessDenied: .*kms:ReEncryptTo on resource/);
    may(allow('s3:*', '*'), allow('kms:ReEncrypt*', '*'));
    expect(tried()).toEqual({});
  });

  it('refuses two layers, aliases, other accounts, keys of another Region and objects that are not there', () => {
    const { keys, update, under, key, answer } = stored();
    expect(update({ KMSKeyArn: 'alias/archive' })).toMatch(/^InvalidRequest: .* require a valid AWS KMS key/);
    expect(update({ KMSKeyArn: keys[0].replace('111122223333', '444455556666') })).toMatch(
      /^AccessDenied: The AWS KMS key in the request must be owned by the same account as the bucket\./,
    );
    expect(under(key(AWAY))).toBe('KMS.NotFoundException: Invalid arn eu-central-1');
    const request = { Bucket: 'archive', Key: 'none', ObjectEncryption: { SSEKMS: { KMSKeyArn: keys[0] } } };
    expect(answer('s3', 'UpdateObjectEncryption', request)).toBe(
      'NoSuchKey: The specified key does not exist.',
    );
    expect(answer('s3', 'UpdateObjectEncryption', { ...named, ObjectEncryption: {} })).toMatch(
      /^InvalidRequest: .* require a valid new encryption type/,
    );
    expect(stored({ ServerSideEncryption: 'aws:kms:dsse' }).under(keys[0])).toMatch(
      /^InvalidRequest: The UpdateObjectEncryption operation doesn't support source objects/,
    );
  });
});
