import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64, utf8ToBytes } from '../../base';
import { KmsLab } from '../lab.testkit';

type Sealed = { readonly CiphertextBlob: Uint8Array };

describe('Encrypt', () => {
  it('answers the ciphertext, the key ARN and the algorithm', () => {
    const lab = new KmsLab();
    const { KeyId, Arn, CurrentKeyMaterialId } = lab.createKey();
    lab.ok('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
    const answer = lab.ok<Sealed>('Encrypt', { KeyId: 'alias/a', Plaintext: utf8ToBytes('card') });
    expect(answer).toEqual({
      CiphertextBlob: answer.CiphertextBlob,
      KeyId: Arn,
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    });
    expect(lab.trail()).toEqual({
      resources: [Arn],
      additionalEventData: { keyMaterialId: CurrentKeyMaterialId },
    });
  });

  it('makes 184 bytes of a 32-byte data key, beginning as AWS ciphertext does (fact: kms-engine 5.1)', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const blobOf = (length: number) =>
      lab.ok<Sealed>('Encrypt', { KeyId, Plaintext: new Uint8Array(length) }).CiphertextBlob;
    expect(blobOf(32)).toHaveLength(184);
    expect(encodeBase64(blobOf(32)).slice(0, 6)).toBe('AQICAH');
    expect([1, 16, 4096].map((length) => blobOf(length).length - length)).toEqual([152, 152, 162]);
  });

  it('gives back under the same context what was encrypted, every time as other bytes', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 4096 });
    const context = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), {
      maxKeys: 3,
    });
    fc.assert(
      fc.property(bytes, context, (Plaintext, EncryptionContext) => {
        const input = { KeyId, Plaintext, EncryptionContext };
        const [one, two] = [lab.ok<Sealed>('Encrypt', input), lab.ok<Sealed>('Encrypt', input)];
        expect(one.CiphertextBlob).not.toEqual(two.CiphertextBlob);
        const { CiphertextBlob } = one;
        const turned = Object.fromEntries(Object.entries(EncryptionContext).reverse());
        expect(lab.ok('Decrypt', { CiphertextBlob, EncryptionContext: turned }).Plaintext).toEqual(Plaintext);
      }),
      { numRuns: 40 },
    );
  });

  it('takes one to 4,096 bytes and does not repeat them in the error (fact: kms-engine 2.2)', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const refusalOf = (length: number) => lab.no('Encrypt', { KeyId, Plaintext: new Uint8Array(length) });
    const text = (rule: string) =>
      `ValidationException: 1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length ${rule}`;
    expect(refusalOf(0)).toBe(text('greater than or equal to 1'));
    expect(refusalOf(4097)).toBe(text('less than or equal to 4096'));
  });

  it('refuses keys and algorithms that do not encrypt (fact: kms-engine 4.1)', () => {
    const lab = new KmsLab();
    const sign = lab.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const Plaintext = new Uint8Array(1);
    expect(lab.no('Encrypt', { KeyId: sign.KeyId, Plaintext })).toBe(
      `InvalidKeyUsageException: ${sign.Arn} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
    );
    const { KeyId } = lab.createKey();
    expect(lab.no('Encrypt', { KeyId, Plaintext, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' })).toBe(
      'InvalidKeyUsageException: Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT.',
    );
  });

  it('only says that it would work, when that is all it is asked', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    const input = { KeyId, Plaintext: new Uint8Array(1), DryRun: true };
    expect(lab.no('Encrypt', input)).toBe(
      'DryRunOperationException: The request would have succeeded, but the DryRun option is set.',
    );
    lab.ok('DisableKey', { KeyId });
    expect(lab.no('Encrypt', input)).toBe(`DisabledException: ${Arn} is disabled.`);
  });

  it('accepts up to ten grant tokens', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const input = { KeyId, Plaintext: new Uint8Array(1) };
    lab.ok('Encrypt', { ...input, GrantTokens: Array(10).fill('token') });
    expect(lab.no('Encrypt', { ...input, GrantTokens: Array(11).fill('token') })).toMatch(
      "at 'grantTokens' failed to satisfy constraint: Member must have length less than or equal to 10",
    );
  });

  it('shows algorithm and context to policies, the default algorithm included', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    const EncryptionContext = { tenant: 'acme', Stage: 'prod' };
    expect(lab.asks('Encrypt', { KeyId, Plaintext: new Uint8Array(1), EncryptionContext })).toEqual([
      ['kms:Encrypt', Arn],
    ]);
    const [check] = lab.asked;
    expect([
      check?.context('kms:EncryptionAlgorithm'),
      check?.context('kms:encryptioncontext:TENANT'),
      check?.context('kms:EncryptionContextKeys'),
      check?.context('kms:EncryptionContext:none'),
      check?.context('kms:ViaService'),
    ]).toEqual([['SYMMETRIC_DEFAULT'], ['acme'], ['tenant', 'Stage'], undefined, undefined]);
    expect(check?.contextKeys()).toContain('kms:EncryptionContext:tenant');
  });
});
