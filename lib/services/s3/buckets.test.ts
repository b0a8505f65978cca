import { describe, expect, it } from 'vitest';
import { START_MS, user } from '../dynamodb/fake-cloud.testkit';
import { buckets } from '.';
import { photos, text } from './bucket.testkit';

const stranger = user('eve', '444455556666');

describe('buckets', () => {
  it.each([
    ['us-east-1', undefined, { Location: '/new-one' }],
    ['us-east-1', 'eu-west-1', { Location: 'http://new-one.s3.amazonaws.com/' }],
    ['eu-west-1', 'eu-west-1', { Location: 'http://new-one.s3.amazonaws.com/' }],
    [
      'eu-west-1',
      undefined,
      'IllegalLocationConstraintException: The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.',
    ],
    [
      'eu-west-1',
      'eu-central-1',
      'IllegalLocationConstraintException: The eu-central-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
    ],
    ['us-east-1', 'us-east-1', 'InvalidLocationConstraint: The specified location-constraint is not valid'],
  ])('are created from %s with the constraint %s or not at all', (region, constraint, expected) => {
    const { answer } = photos();
    const configuration = constraint && { CreateBucketConfiguration: { LocationConstraint: constraint } };
    expect(answer('CreateBucket', { Bucket: 'new-one', ...configuration }, { region })).toEqual(expected);
  });

  it.each(['No', 'UPPER-case', 'a..b', '192.168.0.1', '-dash', 'under_score'])(
    'may not be called %s',
    (Bucket) => {
      const { answer } = photos();
      expect(answer('CreateBucket', { Bucket }, { region: 'us-east-1' })).toBe(
        'InvalidBucketName: The specified bucket is not valid.',
      );
    },
  );

  it('share their names with everybody', () => {
    const { answer } = photos({ principals: [stranger] });
    const create = { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } };
    expect(answer('CreateBucket', create)).toBe(
      'BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.',
    );
    expect(answer('CreateBucket', create, { as: 'eve' })).toMatch(/^BucketAlreadyExists: /);
  });

  it('are listed with their owner, located, and deleted only when empty', () => {
    const { answer } = photos();
    expect(answer('ListBuckets', {})).toEqual({
      Buckets: [{ Name: 'photos', CreationDate: START_MS, BucketArn: 'arn:aws:s3:::photos' }],
      Owner: { ID: expect.stringMatching(/^[0-9a-f]{64}$/) },
      Prefix: undefined,
    });
    expect(answer('GetBucketLocation', {})).toEqual({ LocationConstraint: 'eu-west-1' });
    expect(answer('HeadBucket', {})).toEqual({
      BucketArn: 'arn:aws:s3:::photos',
      BucketRegion: 'eu-west-1',
      AccessPointAlias: false,
    });
    answer('PutObject', { Key: 'cat', Body: text('x') });
    expect(answer('DeleteBucket', {})).toBe('BucketNotEmpty: The bucket you tried to delete is not empty');
    answer('DeleteObject', { Key: 'cat' });
    expect(answer('DeleteBucket', {})).toEqual({});
    expect(answer('HeadBucket', {})).toBe('404: Not Found');
    expect(answer('GetObject', { Key: 'cat' })).toBe('NoSuchBucket: The specified bucket does not exist');
  });

  it('have a default encryption that requests may override', () => {
    const { answer } = photos();
    const blocked = { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } };
    expect(answer('GetBucketEncryption', {})).toEqual({
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
            BucketKeyEnabled: false,
            ...blocked,
          },
        ],
      },
    });
    const rule = {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/orders' },
      BucketKeyEnabled: true,
    };
    answer('PutBucketEncryption', { ServerSideEncryptionConfiguration: { Rules: [rule] } });
    expect(answer('GetBucketEncryption', {})).toEqual({
      ServerSideEncryptionConfiguration: { Rules: [{ ...rule, ...blocked }] },
    });
    expect(answer('PutObject', { Key: 'a' })).toMatchObject({
      SSEKMSKeyId: expect.stringMatching(/orders$/),
      BucketKeyEnabled: true,
    });
    expect(answer('PutObject', { Key: 'b', ServerSideEncryption: 'AES256' })).toMatchObject({
      ServerSideEncryption: 'AES256',
    });
    expect(answer('DeleteBucketEncryption', {})).toEqual({});
    expect(answer('PutObject', { Key: 'c' })).toMatchObject({ ServerSideEncryption: 'AES256' });
  });

  it('refuse a KMS key in a rule for SSE-S3', () => {
    const { answer } = photos();
    const rule = {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256', KMSMasterKeyID: 'alias/orders' },
    };
    expect(answer('PutBucketEncryption', { ServerSideEncryptionConfiguration: { Rules: [rule] } })).toMatch(
      /^InvalidArgument: a KMSMasterKeyID is not applicable/,
    );
  });
});

describe('bucket policies', () => {
  const statement = (resource: string, more = {}) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: resource, ...more }],
    });

  it('are kept as written and handed to authorization as the resource policy', () => {
    const { answer, world } = photos();
    const Policy = statement('arn:aws:s3:::photos/*');
    expect(answer('GetBucketPolicy', {})).toBe('NoSuchBucketPolicy: The bucket policy does not exist');
    expect(answer('PutBucketPolicy', { Policy })).toEqual({});
    expect(answer('GetBucketPolicy', {})).toEqual({ Policy });
    expect(world.table(buckets).get('photos')?.policy).toBe(Policy);
    expect(answer('DeleteBucketPolicy', {})).toEqual({});
    expect(answer('GetBucketPolicy', {})).toBe('NoSuchBucketPolicy: The bucket policy does not exist');
  });

  it.each([
    ['{', "Policies must be valid JSON and the first byte must be '{'"],
    [statement('arn:aws:s3:::other/*'), 'Policy has invalid resource'],
    [statement('arn:aws:s3:::photos/*', { Principal: { AWS: 'nobody' } }), 'Invalid principal in policy'],
    [statement('arn:aws:s3:::photos/*', { Action: undefined }), 'Missing required field Action'],
  ])('refuse %s', (Policy, message) => {
    const { answer } = photos();
    expect(answer('PutBucketPolicy', { Policy })).toBe(`MalformedPolicy: ${message}`);
  });
});
