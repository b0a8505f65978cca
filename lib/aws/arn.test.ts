import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatArn, isAccountId, parseArn, regionalArn } from './arn';
import { isRegion, partitionOf, REGIONS } from './regions';

const ARN = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd';

describe('an ARN', () => {
  it('is taken apart and put together again', () => {
    expect(parseArn(ARN)).toEqual({
      partition: 'aws',
      service: 'kms',
      region: 'eu-west-1',
      account: '111122223333',
      resource: 'key/1234abcd',
    });
    expect(parseArn('arn:aws:s3:::bucket/a:b')).toEqual({
      partition: 'aws',
      service: 's3',
      region: '',
      account: '',
      resource: 'bucket/a:b',
    });
  });

  it('is none when a part is missing', () => {
    for (const text of [
      '',
      'arn',
      'key/1234',
      'arn:aws:kms:eu-west-1:111122223333:',
      'arn:aws:kms:eu-west-1',
      'urn:a:b:c:d:e',
    ])
      expect(parseArn(text)).toBeUndefined();
    expect(parseArn('arn::kms:r:1:key')).toBeUndefined();
    expect(parseArn('arn:aws::r:1:key')).toBeUndefined();
  });

  it('survives being written and read', () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
    const arn = fc.record({
      partition: part,
      service: part,
      region: part,
      account: part,
      resource: fc.stringMatching(/^[a-z:/]{1,12}$/),
    });
    fc.assert(
      fc.property(arn, (one) => {
        expect(parseArn(formatArn(one))).toEqual(one);
      }),
    );
  });

  it('stands in the partition of its Region', () => {
    expect(regionalArn('kms', 'eu-west-1', '1', 'key/a')).toBe('arn:aws:kms:eu-west-1:1:key/a');
    expect(regionalArn('kms', 'cn-north-1', '1', 'key/a')).toBe('arn:aws-cn:kms:cn-north-1:1:key/a');
    expect(regionalArn('kms', 'us-gov-west-1', '1', 'key/a')).toBe(
      'arn:aws-us-gov:kms:us-gov-west-1:1:key/a',
    );
    expect(regionalArn('kms', 'mars-1', '1', 'key/a')).toBe('arn:aws:kms:mars-1:1:key/a');
  });
});

describe('accounts and Regions', () => {
  it('know an account id by its twelve digits', () => {
    expect(['111122223333', '11112222333', '1111222233334', '11112222333a', ''].map(isAccountId)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('know the Regions of the lab and nothing inherited', () => {
    expect(['eu-west-1', 'cn-north-1', 'eu-west-9', 'toString'].map(isRegion)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(Object.keys(REGIONS).every((region) => /^([a-z]+-){2,3}\d+$/.test(region))).toBe(true);
    expect(new Set(Object.keys(REGIONS).map(partitionOf))).toEqual(new Set(['aws', 'aws-us-gov', 'aws-cn']));
  });
});
