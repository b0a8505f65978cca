import { describe, expect, it } from 'vitest';
import { contextOf, detailWords, requestCommand } from './request-words';

const supposed = {
  principal: 'arn:aws:iam::111122223333:role/app',
  operation: 'GenerateDataKey',
  key: 'arn:aws:kms:eu-west-1:111122223333:key/k',
  encryptionContext: { tenant: 'acme' },
};

describe('a supposed request in words', () => {
  it('says what it carries', () => {
    expect(detailWords({ supposed: { ...supposed, via: 's3.eu-west-1.amazonaws.com' } })).toBe(
      'supposed, context tenant=acme, via s3.eu-west-1.amazonaws.com',
    );
  });

  it('is a command', () => {
    expect(requestCommand(supposed)).toBe(
      'aws kms generate-data-key --region eu-west-1 --key-id arn:aws:kms:eu-west-1:111122223333:key/k --encryption-context tenant=acme',
    );
  });

  it('names both keys and both contexts of ReEncrypt', () => {
    expect(requestCommand({ ...supposed, operation: 'ReEncrypt' })).toBe(
      `aws kms re-encrypt --region eu-west-1 --source-key-id ${supposed.key} --destination-key-id ${supposed.key} --source-encryption-context tenant=acme --destination-encryption-context tenant=acme`,
    );
  });

  it('reads pairs of a context, and says nothing of what are none', () => {
    expect([contextOf(' tenant=acme, for=cards '), contextOf(''), contextOf('tenant')]).toEqual([
      { tenant: 'acme', for: 'cards' },
      {},
      undefined,
    ]);
  });
});
