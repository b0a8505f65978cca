import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../../base';
import { FRANKFURT, HOME, KmsLab, OTHER } from '../lab.testkit';

const Plaintext = utf8ToBytes('4111 1111');
const SourceEncryptionContext = { version: '1' };
const DestinationEncryptionContext = { version: '2' };

type Sealed = { readonly CiphertextBlob: Uint8Array };

function labWithBlob() {
  const lab = new KmsLab();
  const [source, destination] = [lab.createKey(), lab.createKey()];
  const input = { KeyId: source.KeyId, Plaintext, EncryptionContext: SourceEncryptionContext };
  const { CiphertextBlob } = lab.ok<Sealed>('Encrypt', input);
  return { lab, source, destination, CiphertextBlob };
}

describe('ReEncrypt', () => {
  it('encrypts anew under another key and context without showing the plaintext', () => {
    const { lab, source, destination, CiphertextBlob } = labWithBlob();
    const DestinationKeyId = destination.KeyId;
    const contexts = { SourceEncryptionContext, DestinationEncryptionContext };
    const answer = lab.ok<Sealed>('ReEncrypt', { CiphertextBlob, DestinationKeyId, ...contexts });
    expect(answer).toEqual({
      CiphertextBlob: answer.CiphertextBlob,
      SourceKeyId: source.Arn,
      KeyId: destination.Arn,
      SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      SourceKeyMaterialId: source.CurrentKeyMaterialId,
      DestinationKeyMaterialId: destination.CurrentKeyMaterialId,
    });
    expect(lab.trail().resources).toEqual([source.Arn, destination.Arn]);
    const opened = { CiphertextBlob: answer.CiphertextBlob, EncryptionContext: DestinationEncryptionContext };
    expect(lab.ok('Decrypt', opened).Plaintext).toEqual(Plaintext);
  });

  it('takes old ciphertext to the newest material of the same key', () => {
    const { lab, source, CiphertextBlob } = labWithBlob();
    lab.ok('RotateKeyOnDemand', { KeyId: source.KeyId });
    lab.wait(10_000);
    const current = lab.describe(source.KeyId).CurrentKeyMaterialId;
    expect(
      lab.ok('ReEncrypt', { CiphertextBlob, SourceEncryptionContext, DestinationKeyId: source.KeyId }),
    ).toMatchObject({
      SourceKeyMaterialId: source.CurrentKeyMaterialId,
      DestinationKeyMaterialId: current,
    });
  });

  it('asks for one permission on each key, each with its own context', () => {
    const { lab, source, destination, CiphertextBlob } = labWithBlob();
    const input = { CiphertextBlob, SourceEncryptionContext, DestinationEncryptionContext };
    expect(lab.asks('ReEncrypt', { ...input, DestinationKeyId: destination.KeyId })).toEqual([
      ['kms:ReEncryptFrom', source.Arn],
      ['kms:ReEncryptTo', destination.Arn],
    ]);
    const key = 'kms:EncryptionContext:version';
    expect(lab.asked.map((check) => [check.context(key), check.context('kms:ReEncryptOnSameKey')])).toEqual([
      [['1'], ['false']],
      [['2'], ['false']],
    ]);
    lab.asks('ReEncrypt', { ...input, DestinationKeyId: source.KeyId });
    expect(lab.asked[0]?.context('kms:ReEncryptOnSameKey')).toEqual(['true']);
  });

  it('refuses as Decrypt does on the source side', () => {
    const { lab, source, destination, CiphertextBlob } = labWithBlob();
    const input = { CiphertextBlob, SourceEncryptionContext, DestinationKeyId: destination.KeyId };
    expect(lab.no('ReEncrypt', { ...input, SourceEncryptionContext: {} })).toBe('InvalidCiphertextException');
    expect(lab.no('ReEncrypt', { ...input, SourceKeyId: destination.KeyId })).toMatch(
      'IncorrectKeyException',
    );
    expect(lab.ok('ReEncrypt', { ...input, SourceKeyId: source.Arn }).SourceKeyId).toBe(source.Arn);
    expect(lab.no('ReEncrypt', { DestinationKeyId: destination.KeyId })).toMatch(
      "Value null at 'ciphertextBlob'",
    );
    const there = lab.createKey({}, { region: FRANKFURT });
    expect(lab.no('ReEncrypt', { ...input, DestinationKeyId: there.KeyId }, { region: FRANKFURT })).toBe(
      `AccessDeniedException: User: arn:aws:iam::${HOME}:user/admin is not authorized to perform: kms:ReEncryptFrom on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    );
    lab.ok('DisableKey', { KeyId: source.KeyId });
    expect(lab.no('ReEncrypt', input)).toBe(`DisabledException: ${source.Arn} is disabled.`);
  });

  it('refuses as Encrypt does on the destination side', () => {
    const { lab, destination, CiphertextBlob } = labWithBlob();
    const input = { CiphertextBlob, SourceEncryptionContext };
    const sign = lab.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    expect(lab.no('ReEncrypt', { ...input, DestinationKeyId: sign.KeyId })).toBe(
      `InvalidKeyUsageException: ${sign.Arn} key usage is SIGN_VERIFY which is not valid for ReEncryptTo.`,
    );
    expect(lab.no('ReEncrypt', input)).toMatch("Value null at 'destinationKeyId'");
    lab.ok('ScheduleKeyDeletion', { KeyId: destination.KeyId });
    expect(lab.no('ReEncrypt', { ...input, DestinationKeyId: destination.Arn })).toBe(
      `KMSInvalidStateException: ${destination.Arn} is pending deletion.`,
    );
  });

  it('takes a key of another account on either side', () => {
    const { lab, source, CiphertextBlob } = labWithBlob();
    const theirs = lab.createKey({}, { account: OTHER });
    const input = { CiphertextBlob, SourceEncryptionContext, DestinationKeyId: theirs.Arn };
    expect(lab.ok('ReEncrypt', input).KeyId).toBe(theirs.Arn);
    expect(lab.ok('ReEncrypt', input, { account: OTHER }).SourceKeyId).toBe(source.Arn);
  });

  it('only looks at permissions in a dry run that ignores the ciphertext', () => {
    const { lab, source, destination } = labWithBlob();
    const input = {
      DryRun: true,
      DryRunModifiers: ['IGNORE_CIPHERTEXT'],
      DestinationKeyId: destination.KeyId,
    };
    expect(lab.no('ReEncrypt', { ...input, SourceKeyId: source.KeyId })).toMatch('DryRunOperationException');
    expect(lab.no('ReEncrypt', input)).toMatch("Value null at 'sourceKeyId'");
  });

  it('counts once in each pool that its keys belong to', () => {
    const { lab, source, destination } = labWithBlob();
    const call = { region: 'eu-west-1', principal: { account: HOME } } as never;
    const charges = lab.engine.ports.operation('kms', 'ReEncrypt')?.charges;
    const pools = (...arns: readonly string[]) =>
      charges?.(call, {
        source: { key: lab.key(arns[0] ?? '') },
        destination: { key: lab.key(arns[1] ?? '') },
      }).map(({ pool, units }) => [pool, units]);
    const rsa = lab.createKey();
    lab.plant({ arn: rsa.Arn, keySpec: 'RSA_2048' });
    expect(pools(source.Arn, destination.Arn)).toEqual([['symmetric', 1]]);
    expect(pools(source.Arn, rsa.Arn)).toEqual([
      ['symmetric', 1],
      ['rsa', 1],
    ]);
  });
});
