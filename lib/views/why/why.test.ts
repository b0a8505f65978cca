import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../../base';
import type { WhyView } from '../model';
import { Story } from '../story.testkit';

type Input = Readonly<Record<string, unknown>>;

/** Sends a request that is refused, and answers how the X-ray explains it. */
function whyRefused(story: Story, operation: string, input: Input): WhyView & { readonly refusal: string } {
  const refusal = story.attempt('kms', operation, input);
  return { refusal: String(refusal), ...story.screen().xray?.why } as WhyView & { readonly refusal: string };
}

describe('why a request was refused', () => {
  it('tells the key behind an alias where an operation takes none', () => {
    const story = new Story();
    const KeyId = story.createKey();
    story.send('kms', 'CreateAlias', { AliasName: 'alias/letters', TargetKeyId: KeyId });
    expect(whyRefused(story, 'DisableKey', { KeyId: 'alias/letters' })).toEqual({
      refusal: 'InvalidArnException',
      sentence:
        'DisableKey takes a key id or a key ARN. `alias/letters` is an alias: a name that may point at another key tomorrow.',
      fix: `Name the key that the alias points at: \`${KeyId}\`.`,
      command:
        'aws kms describe-key --region eu-west-1 --key-id alias/letters --query KeyMetadata.KeyId --output text',
    });
    expect(story.screen().xray?.stages[3]?.saw).toBe(
      'What the request names as its key is no name that this operation takes.',
    );
    expect(whyRefused(story, 'DisableKey', { KeyId: 'alias/none' }).fix).toBe(
      'Name the key by its id or its ARN.',
    );
    expect(whyRefused(story, 'DisableKey', { KeyId: 'arn:aws:s3:::letters' }).sentence).toBe(
      '`arn:aws:s3:::letters` is not the ARN of a KMS key or an alias.',
    );
    expect(
      whyRefused(story, 'CreateGrant', {
        KeyId,
        GranteePrincipal: 'arn:aws:nobody',
        Operations: ['Decrypt'],
      }),
    ).toMatchObject({
      refusal: 'InvalidArnException',
      sentence: expect.stringMatching(/^An ARN in the request names no principal: /),
    });
  });

  it('names the statement that denies, and the key policy it stands in', () => {
    const story = new Story();
    const KeyId = story.createKey();
    const [root, all] = [
      { AWS: 'arn:aws:iam::111122223333:root' },
      { Effect: 'Deny', Principal: '*', Resource: '*' },
    ];
    const Statement = [
      { Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' },
      { ...all, Sid: 'never', Action: 'kms:DisableKey' },
    ];
    story.send('kms', 'PutKeyPolicy', {
      KeyId,
      Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
    });
    expect(whyRefused(story, 'DisableKey', { KeyId }).sentence).toBe(
      'An explicit deny wins over every allow: statement `never` of the key policy denies `kms:DisableKey`.',
    );
  });

  it('finds the way in which a refused signature does fit, or says that there is none', () => {
    const story = new Story();
    const { KeyMetadata } = story.send('kms', 'CreateKey', {
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
    });
    const { KeyId } = KeyMetadata as { KeyId: string };
    const asked = { KeyId, Message: new Uint8Array(32), SigningAlgorithm: 'ECDSA_SHA_256' };
    const { Signature } = story.send('kms', 'Sign', { ...asked, MessageType: 'DIGEST' });
    expect(whyRefused(story, 'Verify', { ...asked, Signature })).toEqual({
      refusal: 'KMSInvalidSignatureException',
      sentence:
        'Message, key and signature do not belong together under `ECDSA_SHA_256` with a message of type `RAW`. KMS does not say which of them is wrong.',
      fix: 'The lab knows: the signature fits with `--signing-algorithm ECDSA_SHA_256 --message-type DIGEST`.',
    });
    const Message = utf8ToBytes('other words');
    expect(whyRefused(story, 'Verify', { ...asked, Message, Signature }).fix).toBe(
      'The lab knows: it fits under no other algorithm of this key. Other bytes were signed than these, or another key signed them.',
    );
  });

  it('tells material that does not unwrap from a ciphertext that does not open', () => {
    const story = new Story();
    const { KeyMetadata } = story.send('kms', 'CreateKey', { Origin: 'EXTERNAL' });
    const { KeyId } = KeyMetadata as { KeyId: string };
    const { ImportToken } = story.send('kms', 'GetParametersForImport', {
      KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    });
    const brought = { KeyId, ImportToken, EncryptedKeyMaterial: new Uint8Array(256) };
    const model = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
    expect(whyRefused(story, 'ImportKeyMaterial', { ...brought, ...model })).toMatchObject({
      refusal: 'InvalidCiphertextException',
      sentence: expect.stringMatching(/^The wrapped material does not open: /),
    });
    const other = { ...brought, ImportToken: utf8ToBytes('a token of nobody') };
    expect(whyRefused(story, 'ImportKeyMaterial', { ...other, ...model })).toMatchObject({
      refusal: 'InvalidImportTokenException',
      sentence: expect.stringMatching(/^The import token is not one of this key: /),
    });
  });

  it('says of a MAC that does not fit what may be wrong', () => {
    const story = new Story();
    const hmac = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
    const { KeyMetadata } = story.send('kms', 'CreateKey', hmac);
    const { KeyId } = KeyMetadata as { KeyId: string };
    const asked = { KeyId, Message: utf8ToBytes('m'), MacAlgorithm: 'HMAC_SHA_256' };
    expect(whyRefused(story, 'VerifyMac', { ...asked, Mac: new Uint8Array(32) })).toMatchObject({
      refusal: 'KMSInvalidMacException',
      sentence: expect.stringMatching(/^Message, key and MAC do not belong together: /),
    });
  });

  it.each<[string, string, Input, RegExp]>([
    [
      'TagException',
      'CreateKey',
      { Tags: [{ TagKey: 'aws:x', TagValue: '' }] },
      /^The tags cannot be taken: /,
    ],
    ['InvalidMarkerException', 'ListKeys', { Marker: 'x' }, /^The marker is not one that this operation/],
    [
      'CustomKeyStoreNotFoundException',
      'ConnectCustomKeyStore',
      { CustomKeyStoreId: 'cks-x' },
      /^The account has no custom key store /,
    ],
  ])('says more than AWS does of %s', (refusal, operation, input, sentence) => {
    expect(whyRefused(new Story(), operation, input)).toMatchObject({
      refusal,
      sentence: expect.stringMatching(sentence),
    });
  });
});
