import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDer } from '../../crypto/der';
import { enclave } from '../attestation.testkit';
import { KmsLab } from '../lab.testkit';

const IMAGE = 'ab'.repeat(48);
const asking = enclave(IMAGE);
const Recipient = { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: asking.document };
const lab = new KmsLab('enclaves');
const key = lab.createKey().Arn;
const agreeing = lab.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' }).Arn;
const { PublicKey } = lab.ok<{ PublicKey: Uint8Array }>('GetPublicKey', { KeyId: agreeing });
const ofPlaintext = (Plaintext: Uint8Array) =>
  lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', { KeyId: key, Plaintext }).CiphertextBlob;

/** What the enclave reads in a CMS envelope. */
function opened(envelope: Uint8Array): Uint8Array {
  const at = (...path: readonly number[]) =>
    path.reduce((content, place) => readDer(content)?.[place]?.content ?? new Uint8Array(), envelope);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const options = { key: asking.privateKey, padding, oaepHash: 'sha256' };
  const contentKey = privateDecrypt(options, at(0, 1, 0, 1, 0, 3));
  const cipher = createDecipheriv('aes-256-cbc', contentKey, at(0, 1, 0, 2, 1, 1));
  return new Uint8Array(Buffer.concat([cipher.update(at(0, 1, 0, 2, 2)), cipher.final()]));
}

describe('an answer for an enclave (kms-engine 1.4)', () => {
  it.each([
    ['Decrypt', () => ({ CiphertextBlob: ofPlaintext(new Uint8Array(5)) }), 'Plaintext', 5],
    ['GenerateDataKey', () => ({ KeyId: key, KeySpec: 'AES_256' }), 'Plaintext', 32],
    ['GenerateDataKeyPair', () => ({ KeyId: key, KeyPairSpec: 'ECC_NIST_P256' }), 'PrivateKeyPlaintext', 138],
    ['GenerateRandom', () => ({ NumberOfBytes: 7 }), 'Plaintext', 7],
    [
      'DeriveSharedSecret',
      () => ({ KeyId: agreeing, KeyAgreementAlgorithm: 'ECDH', PublicKey }),
      'SharedSecret',
      32,
    ],
  ])(
    'of %s carries its secret sealed, and neither the secret nor the id of the material',
    (operation, input, member, length) => {
      const open = lab.ok<Record<string, Uint8Array>>(operation, input());
      const sealed = lab.ok<Record<string, Uint8Array>>(operation, { ...input(), Recipient });
      expect(open[member]).toHaveLength(length);
      expect([sealed[member], sealed.KeyMaterialId]).toEqual([undefined, undefined]);
      expect(opened(sealed.CiphertextForRecipient as Uint8Array)).toHaveLength(length);
      expect(lab.trail().additionalEventData).toEqual({
        recipient: {
          attestationDocumentModuleId: 'i-0a1b2c3d4e5f67890-enc0123456789abcdef',
          attestationDocumentEnclaveImageDigest: IMAGE,
          attestationDocumentEnclavePCR8: '08'.repeat(48),
        },
      });
    },
  );

  it('holds the plaintext itself', () => {
    const CiphertextBlob = ofPlaintext(new TextEncoder().encode('order 42'));
    const { CiphertextForRecipient } = lab.ok<{ CiphertextForRecipient: Uint8Array }>('Decrypt', {
      CiphertextBlob,
      Recipient,
    });
    expect(new TextDecoder().decode(opened(CiphertextForRecipient))).toBe('order 42');
  });

  it('asks for permission with the measurements of the image (authorization 7)', () => {
    lab.ok('GenerateDataKey', { KeyId: key, KeySpec: 'AES_128', Recipient });
    const asked = lab.asked.at(-1);
    expect(
      ['ImageSha384', 'PCR0', 'PCR8', 'PCR1'].map((name) =>
        asked?.context(`kms:RecipientAttestation:${name}`),
      ),
    ).toEqual([[IMAGE], [IMAGE], ['08'.repeat(48)], undefined]);
  });

  it.each([
    [
      { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256' },
      'Recipient needs both KeyEncryptionAlgorithm and AttestationDocument.',
    ],
    [
      { AttestationDocument: asking.document },
      'Recipient needs both KeyEncryptionAlgorithm and AttestationDocument.',
    ],
    [
      { ...Recipient, AttestationDocument: new Uint8Array([1]) },
      'The attestation document cannot be used: it is no COSE_Sign1 message.',
    ],
    [
      { ...Recipient, AttestationDocument: asking.document.slice(0, -1) },
      'The attestation document cannot be used: it is no COSE_Sign1 message.',
    ],
    [
      { ...Recipient, AttestationDocument: new Uint8Array([0x84, 0x40, 0xa0, 0x41, 0xa0, 0x40]) },
      'The attestation document cannot be used: it carries no public_key.',
    ],
  ])('is refused to %o', (wrong, text) => {
    expect(lab.no('GenerateRandom', { NumberOfBytes: 1, Recipient: wrong })).toBe(
      `ValidationException: ${text}`,
    );
  });
});
