import { describe, expect, it } from 'vitest';
import { DAY, FRANKFURT, HOME, IRELAND, KmsLab, OTHER, START_MS } from '../lab.testkit';

const Plaintext = new Uint8Array(1);
const UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

function used(Operation: string, Timestamp: number) {
  return { Operation, Timestamp, CloudTrailEventId: UUID, KmsRequestId: UUID };
}

/** A lab, a key and how the key was last used. */
function labWithKey(input: Record<string, unknown> = {}) {
  const lab = new KmsLab();
  const key = lab.createKey(input);
  const last = (KeyId: string = key.KeyId ?? '', region = IRELAND) =>
    lab.ok('GetKeyLastUsage', { KeyId }, { region }).KeyLastUsage;
  return { lab, key, last };
}

describe('GetKeyLastUsage (fact: kms-engine 1.6)', () => {
  it('has an empty structure for a key that was never used, and since when it watches', () => {
    const { lab, key } = labWithKey();
    lab.wait(DAY);
    expect(lab.ok('GetKeyLastUsage', { KeyId: key.KeyId })).toEqual({
      KeyId: key.Arn,
      KeyLastUsage: {},
      TrackingStartDate: START_MS,
      KeyCreationDate: START_MS,
    });
  });

  it('names the last request that succeeded, its moment, its event and its id', () => {
    const { lab, key, last } = labWithKey();
    lab.ok('Encrypt', { KeyId: key.Arn, Plaintext });
    lab.wait(DAY);
    const reply = lab.send('GenerateDataKey', { KeyId: key.Arn, KeySpec: 'AES_256' });
    lab.wait(DAY);
    const usage = { ...used('GenerateDataKey', START_MS + DAY), KmsRequestId: reply.requestId };
    expect(lab.ok('GetKeyLastUsage', { KeyId: key.Arn })).toEqual({
      KeyId: key.Arn,
      KeyLastUsage: usage,
      TrackingStartDate: START_MS,
      KeyCreationDate: START_MS,
    });
    const first = last() as { CloudTrailEventId: string };
    lab.ok('Encrypt', { KeyId: key.Arn, Plaintext });
    expect((last() as { CloudTrailEventId: string }).CloudTrailEventId).not.toBe(first.CloudTrailEventId);
  });

  it('counts no refusal, no dry run and no request that is not cryptographic', () => {
    const { lab, key, last } = labWithKey();
    lab.no('Encrypt', { KeyId: key.Arn, Plaintext, DryRun: true });
    lab.ok('DescribeKey', { KeyId: key.Arn });
    lab.ok('DisableKey', { KeyId: key.Arn });
    lab.no('Encrypt', { KeyId: key.Arn, Plaintext });
    expect(last()).toEqual({});
  });

  it('counts ReEncrypt for both keys, and a use by another account', () => {
    const { lab, key, last } = labWithKey();
    const other = lab.createKey();
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId: key.Arn, Plaintext });
    lab.wait(DAY);
    lab.ok('ReEncrypt', { CiphertextBlob, DestinationKeyId: other.Arn });
    expect([last(), last(other.KeyId)]).toEqual([
      used('ReEncrypt', START_MS + DAY),
      used('ReEncrypt', START_MS + DAY),
    ]);
    lab.ok('Decrypt', { CiphertextBlob, KeyId: key.Arn }, { account: OTHER });
    expect(last()).toEqual(used('Decrypt', START_MS + DAY));
  });

  it('watches each member of a multi-Region set on its own', () => {
    const { lab, key, last } = labWithKey({ MultiRegion: true });
    lab.ok('ReplicateKey', { KeyId: key.KeyId, ReplicaRegion: FRANKFURT });
    lab.wait(DAY);
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId: key.KeyId, Plaintext });
    expect([last(), last(key.KeyId, FRANKFURT)]).toEqual([used('Encrypt', START_MS + DAY), {}]);
    lab.ok('Decrypt', { CiphertextBlob }, { region: FRANKFURT });
    expect(last(key.KeyId, FRANKFURT)).toEqual(used('Decrypt', START_MS + DAY));
  });

  it('takes a key id or key ARN of the own account alone', () => {
    const { lab, key } = labWithKey();
    lab.ok('CreateAlias', { AliasName: 'alias/a', TargetKeyId: key.KeyId });
    expect(lab.no('GetKeyLastUsage', { KeyId: 'alias/a' })).toMatch(/^InvalidArnException/);
    expect(lab.no('GetKeyLastUsage', { KeyId: key.Arn }, { account: OTHER })).toMatch(/^AccessDenied/);
    expect(key.AWSAccountId).toBe(HOME);
  });
});
