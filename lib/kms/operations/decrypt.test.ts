import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../../base';
import { FRANKFURT, HOME, KmsLab, OTHER } from '../lab.testkit';

const Plaintext = utf8ToBytes('4111 1111');
const EncryptionContext = { tenant: 'acme' };

function labWithBlob(input: Record<string, unknown> = {}) {
  const lab = new KmsLab();
  const key = lab.createKey(input);
  const { CiphertextBlob } = lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', {
    KeyId: key.KeyId,
    Plaintext,
    EncryptionContext,
  });
  return { lab, key, CiphertextBlob };
}

const hidden = (account: string) =>
  `AccessDeniedException: User: arn:aws:iam::${account}:user/admin is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;

describe('Decrypt', () => {
  it('finds the key by the ciphertext and names the material that decrypted', () => {
    const { lab, key, CiphertextBlob } = labWithBlob();
    expect(lab.ok('Decrypt', { CiphertextBlob, EncryptionContext })).toEqual({
      KeyId: key.Arn,
      Plaintext,
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      KeyMaterialId: key.CurrentKeyMaterialId,
    });
    expect(lab.trail()).toEqual({
      resources: [key.Arn],
      additionalEventData: { keyMaterialId: key.CurrentKeyMaterialId },
    });
  });

  it('takes any name of the right key, and refuses another key (fact: kms-engine 5.2)', () => {
    const { lab, key, CiphertextBlob } = labWithBlob();
    lab.ok('CreateAlias', { AliasName: 'alias/now', TargetKeyId: key.KeyId });
    const input = { CiphertextBlob, EncryptionContext };
    for (const KeyId of [key.KeyId, key.Arn, 'alias/now', `arn:aws:kms:eu-west-1:${HOME}:alias/now`]) {
      expect(lab.ok('Decrypt', { ...input, KeyId }).Plaintext).toEqual(Plaintext);
    }
    const next = lab.createKey();
    lab.ok('UpdateAlias', { AliasName: 'alias/now', TargetKeyId: next.KeyId });
    for (const KeyId of ['alias/now', next.Arn]) {
      expect(lab.no('Decrypt', { ...input, KeyId })).toBe(
        'IncorrectKeyException: The key ID in the request does not identify a CMK that can perform this operation.',
      );
    }
  });

  it('wants the very same context, and says nothing about what is wrong', () => {
    const { lab, CiphertextBlob } = labWithBlob();
    const wrong = [undefined, {}, { tenant: 'Acme' }, { Tenant: 'acme' }, { tenant: 'acme', more: '' }];
    for (const context of wrong) {
      expect(lab.no('Decrypt', { CiphertextBlob, EncryptionContext: context })).toBe(
        'InvalidCiphertextException',
      );
    }
  });

  it('refuses every ciphertext in which one bit is turned', () => {
    const { lab, CiphertextBlob } = labWithBlob();
    const names = new Set<string>();
    for (let i = 0; i < CiphertextBlob.length; i++) {
      const changed = Uint8Array.from(CiphertextBlob);
      changed[i] = (changed[i] as number) ^ 1;
      names.add(lab.no('Decrypt', { CiphertextBlob: changed, EncryptionContext }).split(':')[0] as string);
    }
    // A changed tag names another key, which is not there.
    expect(names).toEqual(new Set(['InvalidCiphertextException', 'AccessDeniedException']));
  });

  it('refuses what is no ciphertext, cut off or lengthened', () => {
    const { lab, key, CiphertextBlob } = labWithBlob();
    const others = [
      new Uint8Array(184),
      CiphertextBlob.slice(0, -1),
      CiphertextBlob.slice(0, 20),
      new Uint8Array([...CiphertextBlob, 0]),
      utf8ToBytes(btoa(String.fromCharCode(...CiphertextBlob))),
    ];
    for (const other of others) {
      expect(lab.no('Decrypt', { CiphertextBlob: other, EncryptionContext })).toBe(
        'InvalidCiphertextException',
      );
      expect(lab.no('Decrypt', { CiphertextBlob: other, KeyId: key.KeyId })).toBe(
        'InvalidCiphertextException',
      );
    }
  });

  it('does not find a single-Region key from another Region, nor one that is gone', () => {
    const { lab, CiphertextBlob } = labWithBlob();
    const input = { CiphertextBlob, EncryptionContext };
    expect(lab.no('Decrypt', input, { region: FRANKFURT })).toBe(hidden(HOME));
    const there = lab.createKey({}, { region: FRANKFURT });
    expect(lab.no('Decrypt', { ...input, KeyId: there.KeyId }, { region: FRANKFURT })).toMatch(
      'IncorrectKeyException',
    );
  });

  it('works with any member of a multi-Region set, and answers the ARN of the one that was used', () => {
    const { lab, key, CiphertextBlob } = labWithBlob({ MultiRegion: true });
    lab.ok('ReplicateKey', { KeyId: key.KeyId, ReplicaRegion: FRANKFURT });
    lab.wait(5000);
    const answer = lab.ok('Decrypt', { CiphertextBlob, EncryptionContext }, { region: FRANKFURT });
    expect(answer).toMatchObject({ KeyId: key.Arn.replace('eu-west-1', FRANKFURT), Plaintext });
  });

  it('goes on decrypting what former material encrypted', () => {
    const { lab, key, CiphertextBlob } = labWithBlob();
    lab.ok('RotateKeyOnDemand', { KeyId: key.KeyId });
    lab.wait(10_000);
    expect(lab.describe(key.KeyId).CurrentKeyMaterialId).not.toBe(key.CurrentKeyMaterialId);
    expect(lab.ok('Decrypt', { CiphertextBlob, EncryptionContext })).toMatchObject({
      Plaintext,
      KeyMaterialId: key.CurrentKeyMaterialId,
    });
  });

  it('lets another account use the key by ciphertext, by ARN or by the bare id of a symmetric key', () => {
    const { lab, key, CiphertextBlob } = labWithBlob();
    const input = { CiphertextBlob, EncryptionContext };
    for (const KeyId of [undefined, key.Arn, key.KeyId]) {
      expect(lab.ok('Decrypt', { ...input, KeyId }, { account: OTHER }).KeyId).toBe(key.Arn);
    }
    expect(lab.asked.at(-1)).toMatchObject({ action: 'kms:Decrypt', account: HOME });
    lab.deny = () => true;
    expect(lab.no('Decrypt', input, { account: OTHER })).toBe(
      `AccessDeniedException: User: arn:aws:iam::${OTHER}:user/admin is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action`,
    );
  });

  it('needs a ciphertext, unless a dry run ignores it and names the key', () => {
    const { lab, key, CiphertextBlob } = labWithBlob();
    const missing = (member: string) =>
      `ValidationException: 1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`;
    const succeeded =
      'DryRunOperationException: The request would have succeeded, but the DryRun option is set.';
    const ignoring = { DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] };
    expect(lab.no('Decrypt', { KeyId: key.KeyId })).toBe(missing('ciphertextBlob'));
    expect(lab.no('Decrypt', { KeyId: key.KeyId, DryRun: true })).toBe(missing('ciphertextBlob'));
    expect(lab.no('Decrypt', ignoring)).toBe(missing('keyId'));
    expect(lab.no('Decrypt', { ...ignoring, KeyId: key.KeyId })).toBe(succeeded);
    expect(lab.no('Decrypt', { ...ignoring, KeyId: key.KeyId, CiphertextBlob: new Uint8Array(9) })).toBe(
      succeeded,
    );
    expect(lab.no('Decrypt', { CiphertextBlob, EncryptionContext, DryRun: true })).toBe(succeeded);
    expect(lab.no('Decrypt', { CiphertextBlob, DryRun: true })).toBe('InvalidCiphertextException');
  });

  it('asks for permission before it looks at key state or context', () => {
    const { lab, key, CiphertextBlob } = labWithBlob();
    lab.ok('DisableKey', { KeyId: key.KeyId });
    expect(lab.no('Decrypt', { CiphertextBlob })).toBe(`DisabledException: ${key.Arn} is disabled.`);
    lab.deny = () => true;
    expect(lab.no('Decrypt', { CiphertextBlob })).toMatch('AccessDeniedException');
  });
});
