import { describe, expect, it } from 'vitest';
import type { AccessCheck } from '../../aws';
import { START_MS } from '../dynamodb/fake-cloud.testkit';
import { objects } from '.';
import { photos, text } from './bucket.testkit';

const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/alias/orders';
const MANAGED_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/alias/aws/s3';
const VIA = 's3.eu-west-1.amazonaws.com';
const body = text('a cat');
const kmsPut = { Key: 'cat', Body: body, ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/orders' };
const objectContext = { 'aws:s3:arn': 'arn:aws:s3:::photos/cat' };
const bucketContext = { 'aws:s3:arn': 'arn:aws:s3:::photos' };

describe('objects', () => {
  it('are under SSE-S3 unless somebody says otherwise, with the MD5 as ETag and without KMS', () => {
    const { answer, kmsCalls } = photos();
    expect(answer('PutObject', { Key: 'cat', Body: body, Metadata: { Color: 'grey' } })).toEqual({
      ETag: '"c1d0e44b09d5ac52f90f463fe410fc88"',
      ServerSideEncryption: 'AES256',
    });
    expect(answer('GetObject', { Key: 'cat' })).toEqual({
      Body: body,
      AcceptRanges: 'bytes',
      LastModified: START_MS,
      ContentLength: 5,
      ETag: '"c1d0e44b09d5ac52f90f463fe410fc88"',
      ContentType: 'binary/octet-stream',
      ServerSideEncryption: 'AES256',
      Metadata: { color: 'grey' },
    });
    expect(kmsCalls()).toEqual([]);
  });

  it('under SSE-KMS take a data key with the object ARN as context, and Decrypt to be read', () => {
    const { answer, kmsCalls } = photos();
    expect(answer('PutObject', kmsPut)).toEqual({
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: KEY_ARN,
    });
    expect(answer('GetObject', { Key: 'cat' })).toMatchObject({ Body: body, SSEKMSKeyId: KEY_ARN });
    expect(kmsCalls()).toEqual([
      ['GenerateDataKey', objectContext, VIA, 'eu-west-1'],
      ['Decrypt', objectContext, VIA, 'eu-west-1'],
    ]);
    expect(answer('HeadObject', { Key: 'cat' })).toMatchObject({ SSEKMSKeyId: KEY_ARN, ContentLength: 5 });
    expect(kmsCalls()).toEqual([]);
  });

  it('are really encrypted: no stored record holds the body or an open data key', () => {
    const { answer, world } = photos();
    for (const algorithm of ['AES256', 'aws:kms', 'aws:kms:dsse']) {
      answer('PutObject', {
        Key: 'secret',
        Body: text('4111 1111 1111 1111'),
        ServerSideEncryption: algorithm,
      });
      const record = world.table(objects).get('photos/secret');
      expect(Buffer.from(record?.sealed ?? '', 'base64').toString('latin1')).not.toContain('4111');
      expect(answer('GetObject', { Key: 'secret' })).toMatchObject({ Body: text('4111 1111 1111 1111') });
    }
  });

  it('under DSSE-KMS have two layers and never a Bucket Key', () => {
    const { answer, world } = photos();
    answer('PutObject', { Key: 'one', Body: body, ServerSideEncryption: 'aws:kms' });
    const put = { Key: 'two', Body: body, ServerSideEncryption: 'aws:kms:dsse', BucketKeyEnabled: true };
    expect(answer('PutObject', put)).toMatchObject({
      ServerSideEncryption: 'aws:kms:dsse',
      SSEKMSKeyId: MANAGED_ARN,
    });
    const length = (key: string) =>
      Buffer.from(world.table(objects).get(`photos/${key}`)?.sealed ?? '', 'base64').length;
    expect([length('one'), length('two')]).toEqual([5 + 28, 5 + 28 + 28]);
    expect(answer('HeadObject', { Key: 'two' })).not.toHaveProperty('BucketKeyEnabled', true);
  });

  it('take further context pairs from the request', () => {
    const { answer, kmsCalls } = photos();
    const pairs = Buffer.from('{"tenant":"acme"}').toString('base64');
    answer('PutObject', { ...kmsPut, SSEKMSEncryptionContext: pairs });
    expect(kmsCalls()[0]?.[1]).toEqual({ tenant: 'acme', ...objectContext });
  });

  it.each([
    ['AccessDeniedException', 'User: u is not authorized', 'AccessDenied: User: u is not authorized'],
    ['DisabledException', `${KEY_ARN} is disabled.`, `KMS.DisabledException: ${KEY_ARN} is disabled.`],
    [
      'ThrottlingException',
      'x',
      'SlowDown: Please reduce your request rate for operations involving AWS KMS.',
    ],
  ])('pass on what KMS refuses with %s, and keep nothing', (name, message, refusal) => {
    const { answer, refusing, kmsCalls } = photos();
    answer('PutObject', kmsPut);
    refusing.with = { name, message };
    expect(answer('GetObject', { Key: 'cat' })).toBe(refusal);
    expect(answer('PutObject', { ...kmsPut, Key: 'dog' })).toBe(refusal);
    expect(kmsCalls().map(([operation]) => operation)).toEqual([
      'GenerateDataKey',
      'Decrypt',
      'GenerateDataKey',
    ]);
    expect(answer('HeadObject', { Key: 'dog' })).toBe('404: Not Found');
  });

  it('with a Bucket Key call KMS once per requester, way and time, with the bucket ARN as context', () => {
    const { answer, kmsCalls, world } = photos({ principals: [] });
    const put = (Key: string) => answer('PutObject', { ...kmsPut, Key, BucketKeyEnabled: true });
    expect(put('a')).toMatchObject({ BucketKeyEnabled: true });
    for (const key of ['b', 'c', 'd']) put(key);
    for (const Key of ['a', 'b', 'c', 'd'])
      expect(answer('GetObject', { Key })).toMatchObject({ Body: body });
    expect(kmsCalls()).toEqual([
      ['GenerateDataKey', bucketContext, VIA, 'eu-west-1'],
      ['Decrypt', bucketContext, VIA, 'eu-west-1'],
    ]);
    world.setClock(world.nowMs + 5 * 60_000);
    answer('GetObject', { Key: 'a' });
    expect(kmsCalls().map(([operation]) => operation)).toEqual(['Decrypt']);
  });

  it('with a Bucket Key stay readable for a while after KMS would refuse', () => {
    const { answer, refusing, world } = photos();
    answer('PutObject', { ...kmsPut, BucketKeyEnabled: true });
    answer('GetObject', { Key: 'cat' });
    refusing.with = { name: 'AccessDeniedException', message: 'no' };
    expect(answer('GetObject', { Key: 'cat' })).toMatchObject({ Body: body });
    world.setClock(world.nowMs + 5 * 60_000);
    expect(answer('GetObject', { Key: 'cat' })).toBe('AccessDenied: no');
  });

  it('are missing for those who may list, and denied to those who may not', () => {
    const { answer } = photos();
    expect(answer('GetObject', { Key: 'dog' })).toBe('NoSuchKey: The specified key does not exist.');
    const narrow = photos({ denied: ['student s3:ListBucket'] });
    expect(narrow.answer('GetObject', { Key: 'dog' })).toBe(
      'AccessDenied: User: arn:aws:iam::111122223333:user/student is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::photos" because no identity-based policy allows the s3:ListBucket action',
    );
    expect(narrow.answer('HeadObject', { Key: 'dog' })).toBe('403: Forbidden');
  });

  it('are copied to get another key', () => {
    const { answer, kmsCalls } = photos();
    answer('PutObject', { Key: 'cat', Body: body, Metadata: { color: 'grey' } });
    const copy = { Key: 'cat', CopySource: 'photos/cat' };
    expect(answer('CopyObject', copy)).toMatch(/^InvalidRequest: This copy request is illegal/);
    expect(
      answer('CopyObject', { ...copy, ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/orders' }),
    ).toEqual({
      CopyObjectResult: { ETag: expect.any(String), LastModified: START_MS },
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: KEY_ARN,
    });
    expect(kmsCalls().map(([operation]) => operation)).toEqual(['GenerateDataKey']);
    expect(answer('GetObject', { Key: 'cat' })).toMatchObject({ Body: body, Metadata: { color: 'grey' } });
  });

  it('refuse a KMS key without the algorithm that uses one', () => {
    const { answer } = photos();
    expect(answer('PutObject', { Key: 'cat', SSEKMSKeyId: 'alias/orders' })).toBe(
      'InvalidArgument: Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    );
  });
});

describe('permissions', () => {
  it('carry the bucket policy, its owner and how encryption was asked for', () => {
    const asked: AccessCheck[] = [];
    const { answer } = photos({ asked });
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::photos/*',
      },
    });
    answer('PutBucketPolicy', { Policy });
    asked.length = 0;
    answer('PutObject', { ...kmsPut, SSEKMSKeyId: 'k-1' });
    const [put, kms] = asked;
    expect(put).toMatchObject({
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::photos/cat',
      account: '111122223333',
      resourcePolicy: Policy,
      needsDelegation: false,
    });
    expect(put?.contextKeys().map((key) => [key, put.context(key)])).toEqual([
      ['s3:x-amz-server-side-encryption', ['aws:kms']],
      ['s3:x-amz-server-side-encryption-aws-kms-key-id', ['arn:aws:kms:eu-west-1:111122223333:key/k-1']],
    ]);
    expect(kms?.action).toBe('kms:GenerateDataKey');
  });
});

describe('ListObjectsV2', () => {
  it('lists in the order of keys, rolls folders up, and goes on after a page', () => {
    const { answer } = photos();
    for (const Key of ['b/2', 'a', 'b/1', 'c', 'd/1/x']) answer('PutObject', { Key });
    const first = answer('ListObjectsV2', { Delimiter: '/', MaxKeys: 2 }) as Record<string, unknown>;
    expect(first).toMatchObject({
      IsTruncated: true,
      Contents: [{ Key: 'a', Size: 0, StorageClass: 'STANDARD' }],
      CommonPrefixes: [{ Prefix: 'b/' }],
      KeyCount: 2,
    });
    const next = { Delimiter: '/', MaxKeys: 2, ContinuationToken: first.NextContinuationToken };
    expect(answer('ListObjectsV2', next)).toMatchObject({
      IsTruncated: false,
      Contents: [{ Key: 'c' }],
      CommonPrefixes: [{ Prefix: 'd/' }],
      NextContinuationToken: undefined,
    });
    expect(answer('ListObjectsV2', { Prefix: 'b/' })).toMatchObject({
      Contents: [{ Key: 'b/1' }, { Key: 'b/2' }],
    });
    expect(answer('DeleteObjects', { Delete: { Objects: [{ Key: 'a' }, { Key: 'gone' }] } })).toEqual({
      Deleted: [{ Key: 'a' }, { Key: 'gone' }],
    });
    expect(answer('ListObjectsV2', { MaxKeys: 1 })).toMatchObject({ Contents: [{ Key: 'b/1' }] });
  });
});
