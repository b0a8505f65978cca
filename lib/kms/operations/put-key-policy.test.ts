import { describe, expect, it } from 'vitest';
import { HOME, KmsLab } from '../lab.testkit';

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

const ROOT = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${HOME}:root` },
  Action: 'kms:*',
  Resource: '*',
};
const DECRYPT_ONLY = { ...ROOT, Action: 'kms:Decrypt' };

describe('PutKeyPolicy', () => {
  it('replaces the whole policy with the text as given', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    const text = policy(ROOT, DECRYPT_ONLY);
    expect(lab.ok('PutKeyPolicy', { KeyId, Policy: text })).toEqual({});
    expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
    expect(lab.ok('GetKeyPolicy', { KeyId }).Policy).toBe(text);
  });

  it('refuses a policy that would lock its author out, unless told not to mind', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const input = { KeyId, Policy: policy(DECRYPT_ONLY) };
    expect(lab.no('PutKeyPolicy', input)).toBe(
      'MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.',
    );
    lab.ok('PutKeyPolicy', { ...input, BypassPolicyLockoutSafetyCheck: true });
    expect(lab.ok('GetKeyPolicy', { KeyId }).Policy).toBe(input.Policy);
  });

  it('refuses what is no policy, more than 32 KB of it, and any name but default', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    expect(lab.no('PutKeyPolicy', { KeyId, Policy: 'not a policy' })).toMatch(
      'MalformedPolicyDocumentException',
    );
    const long = (length: number) =>
      policy({ ...ROOT, Sid: 'x'.repeat(length - policy({ ...ROOT, Sid: '' }).length) });
    lab.ok('PutKeyPolicy', { KeyId, Policy: long(32_768) });
    expect(lab.no('PutKeyPolicy', { KeyId, Policy: long(32_769) })).toMatch('LimitExceededException');
    expect(lab.no('PutKeyPolicy', { KeyId, Policy: '\u2028' })).toMatch(
      "at 'policy' failed to satisfy constraint",
    );
    expect(lab.no('PutKeyPolicy', { KeyId, Policy: policy(ROOT), PolicyName: 'mine' })).toBe(
      'UnsupportedOperationException: Only default policy is supported',
    );
  });

  it('tells policies whether the safety check is bypassed', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    expect(lab.asks('PutKeyPolicy', { KeyId, Policy: policy(ROOT) })).toEqual([['kms:PutKeyPolicy', Arn]]);
    expect(lab.asked[0]?.context('kms:BypassPolicyLockoutSafetyCheck')).toEqual(['false']);
  });
});
