import {
  constants,
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  sign as nodeSign,
  verify as nodeVerify,
  publicEncrypt,
} from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../../base';
import { ML_DSA_LENGTHS, mlDsaMu, mlDsaVerify, mlKemEncapsulate, parseSpki } from '../../crypto';
import { KmsLab } from '../lab.testkit';

/** Every test works on one lab, so that the search for RSA primes happens once per spec. */
const lab = new KmsLab('asymmetric');
const MESSAGE = utf8ToBytes('pay 100 EUR to order 42');

interface Made {
  readonly KeyId: string;
  readonly publicKey: KeyObject;
  readonly spki: Uint8Array;
}

function make(KeySpec: string, KeyUsage: string): Made {
  const { KeyMetadata } = lab.ok<{ KeyMetadata: { Arn: string } }>('CreateKey', { KeySpec, KeyUsage });
  const { PublicKey } = lab.ok<{ PublicKey: Uint8Array }>('GetPublicKey', { KeyId: KeyMetadata.Arn });
  const isLattice = KeySpec.startsWith('ML_');
  const publicKey = isLattice
    ? (undefined as unknown as KeyObject)
    : createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
  return { KeyId: KeyMetadata.Arn, publicKey, spki: PublicKey };
}

function refusalOf(operation: string, input: Record<string, unknown>) {
  const reply = lab.send(operation, input);
  return reply.ok ? 'it was answered' : { name: reply.refusal.name, message: reply.refusal.message };
}

let rsaSigning: Made;
let rsaEncryption: Made;
beforeAll(() => {
  rsaSigning = make('RSA_2048', 'SIGN_VERIFY');
  rsaEncryption = make('RSA_2048', 'ENCRYPT_DECRYPT');
});

describe('Sign and Verify with RSA', () => {
  const cases = ['256', '384', '512'].flatMap((bits) => [
    { algorithm: `RSASSA_PSS_SHA_${bits}`, bits, padding: constants.RSA_PKCS1_PSS_PADDING },
    { algorithm: `RSASSA_PKCS1_V1_5_SHA_${bits}`, bits, padding: constants.RSA_PKCS1_PADDING },
  ]);

  it.each(cases)('$algorithm verifies with OpenSSL, raw and as a digest', ({ algorithm, bits, padding }) => {
    const { KeyId, publicKey } = rsaSigning;
    const options = { key: publicKey, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    const raw = lab.ok<{ Signature: Uint8Array }>('Sign', {
      KeyId,
      Message: MESSAGE,
      SigningAlgorithm: algorithm,
    });
    expect(nodeVerify(`sha${bits}`, MESSAGE, options, raw.Signature)).toBe(true);
    const Message = createHash(`sha${bits}`).update(MESSAGE).digest();
    const input = { KeyId, Message, MessageType: 'DIGEST', SigningAlgorithm: algorithm };
    const { Signature } = lab.ok<{ Signature: Uint8Array }>('Sign', input);
    expect(nodeVerify(`sha${bits}`, MESSAGE, options, Signature)).toBe(true);
    expect(lab.ok('Verify', { ...input, Signature: raw.Signature })).toEqual({
      KeyId,
      SignatureValid: true,
      SigningAlgorithm: algorithm,
    });
  });

  it('refuses a signature of another message without a word', () => {
    const SigningAlgorithm = 'RSASSA_PSS_SHA_256';
    const { KeyId } = rsaSigning;
    const { Signature } = lab.ok<{ Signature: Uint8Array }>('Sign', {
      KeyId,
      Message: MESSAGE,
      SigningAlgorithm,
    });
    expect(
      refusalOf('Verify', { KeyId, Message: utf8ToBytes('pay 900'), Signature, SigningAlgorithm }),
    ).toEqual({
      name: 'KMSInvalidSignatureException',
      message: undefined,
    });
  });

  it('says what does not fit: usage, algorithm, digest length, message type', () => {
    const { KeyId } = rsaSigning;
    const input = { KeyId, Message: MESSAGE, SigningAlgorithm: 'RSASSA_PSS_SHA_256' };
    expect(refusalOf('Sign', { ...input, KeyId: rsaEncryption.KeyId })).toEqual({
      name: 'InvalidKeyUsageException',
      message: `${rsaEncryption.KeyId} key usage is ENCRYPT_DECRYPT which is not valid for Sign.`,
    });
    expect(refusalOf('Sign', { ...input, SigningAlgorithm: 'ECDSA_SHA_256' })).toEqual({
      name: 'InvalidKeyUsageException',
      message: 'Algorithm ECDSA_SHA_256 is incompatible with key spec RSA_2048.',
    });
    expect(refusalOf('Sign', { ...input, MessageType: 'DIGEST' })).toEqual({
      name: 'ValidationException',
      message: 'Digest is invalid length for algorithm RSASSA_PSS_SHA_256.',
    });
    expect(refusalOf('Sign', { ...input, MessageType: 'EXTERNAL_MU' })).toEqual({
      name: 'ValidationException',
      message: 'MessageType EXTERNAL_MU is not compatible with algorithm RSASSA_PSS_SHA_256.',
    });
  });
});

describe('Sign and Verify on curves', () => {
  const cases = [
    { spec: 'ECC_NIST_P256', algorithm: 'ECDSA_SHA_256', hash: 'sha256' },
    { spec: 'ECC_NIST_P384', algorithm: 'ECDSA_SHA_384', hash: 'sha384' },
    { spec: 'ECC_NIST_P521', algorithm: 'ECDSA_SHA_512', hash: 'sha512' },
    { spec: 'ECC_SECG_P256K1', algorithm: 'ECDSA_SHA_256', hash: 'sha256' },
  ];

  it.each(cases)('$spec signs what OpenSSL verifies', ({ spec, algorithm, hash }) => {
    const { KeyId, publicKey } = make(spec, 'SIGN_VERIFY');
    const input = { KeyId, Message: MESSAGE, SigningAlgorithm: algorithm };
    const { Signature } = lab.ok<{ Signature: Uint8Array }>('Sign', input);
    expect(nodeVerify(hash, MESSAGE, publicKey, Signature)).toBe(true);
    const again = lab.ok<{ Signature: Uint8Array }>('Sign', input);
    expect(again.Signature).not.toEqual(Signature);
    expect(lab.ok('Verify', { ...input, Signature: again.Signature })).toMatchObject({
      SignatureValid: true,
    });
  });

  it('ED25519_SHA_512 takes messages and no digests, ED25519_PH_SHA_512 the other way round', () => {
    const { KeyId, publicKey } = make('ECC_NIST_EDWARDS25519', 'SIGN_VERIFY');
    const pure = { KeyId, Message: MESSAGE, SigningAlgorithm: 'ED25519_SHA_512' };
    const { Signature } = lab.ok<{ Signature: Uint8Array }>('Sign', pure);
    expect(nodeVerify(null, MESSAGE, publicKey, Signature)).toBe(true);
    expect(refusalOf('Sign', { ...pure, MessageType: 'DIGEST', Message: new Uint8Array(64) })).toEqual({
      name: 'ValidationException',
      message: 'MessageType DIGEST is not compatible with algorithm ED25519_SHA_512.',
    });
    const digested = {
      KeyId,
      Message: new Uint8Array(64),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ED25519_PH_SHA_512',
    };
    const prehashed = lab.ok<{ Signature: Uint8Array }>('Sign', digested);
    expect(lab.ok('Verify', { ...digested, Signature: prehashed.Signature })).toMatchObject({
      SignatureValid: true,
    });
  });

  it.each([
    { spec: 'ECC_NIST_P256', curve: 'prime256v1', length: 32 },
    { spec: 'ECC_NIST_P384', curve: 'secp384r1', length: 48 },
    { spec: 'ECC_NIST_P521', curve: 'secp521r1', length: 66 },
  ])('DeriveSharedSecret on $spec agrees with OpenSSL', ({ spec, curve, length }) => {
    const { KeyId, publicKey } = make(spec, 'KEY_AGREEMENT');
    const peer = generateKeyPairSync('ec', { namedCurve: curve });
    const PublicKey = peer.publicKey.export({ format: 'der', type: 'spki' });
    const KeyAgreementAlgorithm = 'ECDH';
    const answer = lab.ok<{ SharedSecret: Uint8Array }>('DeriveSharedSecret', {
      KeyId,
      PublicKey,
      KeyAgreementAlgorithm,
    });
    const theirs = diffieHellman({ privateKey: peer.privateKey, publicKey });
    expect(answer).toEqual({
      KeyId,
      SharedSecret: new Uint8Array(theirs),
      KeyAgreementAlgorithm,
      KeyOrigin: 'AWS_KMS',
    });
    expect(answer.SharedSecret.length).toBe(length);
  });

  it('DeriveSharedSecret refuses what is no key on its curve, without a word', () => {
    const { KeyId } = make('ECC_NIST_P256', 'KEY_AGREEMENT');
    const other = createECDH('secp384r1');
    const wrong = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).publicKey.export({
      format: 'der',
      type: 'spki',
    });
    for (const PublicKey of [wrong, other.generateKeys(), new Uint8Array(91)]) {
      expect(refusalOf('DeriveSharedSecret', { KeyId, PublicKey, KeyAgreementAlgorithm: 'ECDH' })).toEqual({
        name: 'ValidationException',
        message: undefined,
      });
    }
  });
});

describe('RSA encryption', () => {
  const cases = [
    { algorithm: 'RSAES_OAEP_SHA_1', oaepHash: 'sha1', most: 214 },
    { algorithm: 'RSAES_OAEP_SHA_256', oaepHash: 'sha256', most: 190 },
  ];

  it.each(cases)(
    '$algorithm decrypts what OpenSSL encrypted, up to $most bytes',
    ({ algorithm, oaepHash, most }) => {
      const { KeyId, publicKey } = rsaEncryption;
      const Plaintext = new Uint8Array(most).fill(7);
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      const CiphertextBlob = publicEncrypt({ key: publicKey, padding, oaepHash }, Plaintext);
      const decrypt = { KeyId, EncryptionAlgorithm: algorithm };
      const expected = { KeyId, Plaintext, EncryptionAlgorithm: algorithm };
      expect(lab.ok('Decrypt', { ...decrypt, CiphertextBlob })).toEqual(expected);
      const ours = lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', {
        KeyId,
        Plaintext,
        EncryptionAlgorithm: algorithm,
      });
      expect(ours.CiphertextBlob.length).toBe(256);
      expect(lab.ok('Decrypt', { ...decrypt, CiphertextBlob: ours.CiphertextBlob })).toEqual(expected);
      expect(
        refusalOf('Encrypt', { KeyId, Plaintext: new Uint8Array(most + 1), EncryptionAlgorithm: algorithm }),
      ).toEqual({
        name: 'ValidationException',
        message: `Algorithm ${algorithm} and key spec RSA_2048 cannot encrypt data larger than ${most} bytes.`,
      });
    },
  );

  it('needs the key and the algorithm named', () => {
    const { KeyId } = rsaEncryption;
    const input = { KeyId, Plaintext: MESSAGE, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' };
    const { CiphertextBlob } = lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', input);
    expect(refusalOf('Decrypt', { CiphertextBlob })).toEqual({
      name: 'InvalidCiphertextException',
      message: undefined,
    });
    expect(refusalOf('Encrypt', { KeyId, Plaintext: MESSAGE })).toEqual({
      name: 'InvalidKeyUsageException',
      message: 'Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.',
    });
  });
});

describe('GenerateMac and VerifyMac', () => {
  it.each(['224', '256', '384', '512'])(
    'HMAC_%s gives one message one code, and refuses any other',
    (bits) => {
      const { KeyMetadata } = lab.ok<{ KeyMetadata: { Arn: string } }>('CreateKey', {
        KeySpec: `HMAC_${bits}`,
        KeyUsage: 'GENERATE_VERIFY_MAC',
      });
      const KeyId = KeyMetadata.Arn;
      const MacAlgorithm = `HMAC_SHA_${bits}`;
      const { Mac } = lab.ok<{ Mac: Uint8Array }>('GenerateMac', { KeyId, Message: MESSAGE, MacAlgorithm });
      expect(Mac.length).toBe(Number(bits) / 8);
      expect(lab.ok('GenerateMac', { KeyId, Message: MESSAGE, MacAlgorithm })).toMatchObject({ Mac });
      expect(lab.ok('VerifyMac', { KeyId, Message: MESSAGE, Mac, MacAlgorithm })).toEqual({
        KeyId,
        MacValid: true,
        MacAlgorithm,
      });
      expect(
        refusalOf('VerifyMac', { KeyId, Message: MESSAGE, Mac: new Uint8Array(28), MacAlgorithm }),
      ).toEqual({
        name: 'KMSInvalidMacException',
        message: undefined,
      });
    },
  );

  it('binds the algorithm to the spec', () => {
    const { KeyMetadata } = lab.ok<{ KeyMetadata: { Arn: string } }>('CreateKey', {
      KeySpec: 'HMAC_256',
      KeyUsage: 'GENERATE_VERIFY_MAC',
    });
    expect(
      refusalOf('GenerateMac', { KeyId: KeyMetadata.Arn, Message: MESSAGE, MacAlgorithm: 'HMAC_SHA_512' }),
    ).toEqual({
      name: 'InvalidKeyUsageException',
      message: 'Algorithm HMAC_SHA_512 is incompatible with key spec HMAC_256.',
    });
  });
});

describe('lattices', () => {
  it.each([
    { spec: 'ML_DSA_44', name: 'ML-DSA-44', length: 2420 },
    { spec: 'ML_DSA_65', name: 'ML-DSA-65', length: 3309 },
    { spec: 'ML_DSA_87', name: 'ML-DSA-87', length: 4627 },
  ] as const)('$spec signs messages and external µ alike', ({ spec, name, length }) => {
    const { KeyId, spki } = make(spec, 'SIGN_VERIFY');
    const publicKey = parseSpki(spki);
    if (!publicKey.ok || !('bytes' in publicKey.key)) throw new Error('no ML-DSA public key');
    const { bytes } = publicKey.key;
    const SigningAlgorithm = 'ML_DSA_SHAKE_256';
    const { Signature } = lab.ok<{ Signature: Uint8Array }>('Sign', {
      KeyId,
      Message: MESSAGE,
      SigningAlgorithm,
    });
    expect(Signature.length).toBe(length);
    expect(ML_DSA_LENGTHS[name].signature).toBe(length);
    expect(mlDsaVerify(name, bytes, MESSAGE, Signature)).toBe(true);
    const external = {
      KeyId,
      Message: mlDsaMu(bytes, MESSAGE),
      MessageType: 'EXTERNAL_MU',
      SigningAlgorithm,
    };
    expect(lab.ok('Verify', { ...external, Signature })).toMatchObject({ SignatureValid: true });
    const made = lab.ok<{ Signature: Uint8Array }>('Sign', external);
    expect(mlDsaVerify(name, bytes, MESSAGE, made.Signature)).toBe(true);
  });

  it.each([
    { spec: 'ML_KEM_512', name: 'ML-KEM-512', blob: 768 },
    { spec: 'ML_KEM_768', name: 'ML-KEM-768', blob: 1088 },
    { spec: 'ML_KEM_1024', name: 'ML-KEM-1024', blob: 1568 },
  ] as const)('$spec shares a secret with itself and with others', ({ spec, name, blob }) => {
    const { KeyId, spki } = make(spec, 'ENCAPSULATE_DECAPSULATE');
    const EncapsulationAlgorithm = 'ML_KEM';
    const made = lab.ok<{ SharedSecret: Uint8Array; SharedSecretCiphertextBlob: Uint8Array }>('Encapsulate', {
      KeyId,
      EncapsulationAlgorithm,
    });
    const { SharedSecret, SharedSecretCiphertextBlob } = made;
    expect([SharedSecret.length, SharedSecretCiphertextBlob.length]).toEqual([32, blob]);
    const input = { KeyId, EncapsulationAlgorithm };
    expect(lab.ok('Decapsulate', { ...input, SharedSecretCiphertextBlob })).toEqual({
      ...input,
      SharedSecret,
    });
    const publicKey = parseSpki(spki);
    if (!publicKey.ok || !('bytes' in publicKey.key)) throw new Error('no ML-KEM public key');
    const theirs = mlKemEncapsulate(name, publicKey.key.bytes, new Uint8Array(32).fill(3));
    expect(lab.ok('Decapsulate', { ...input, SharedSecretCiphertextBlob: theirs?.ciphertext })).toMatchObject(
      {
        SharedSecret: theirs?.sharedSecret,
      },
    );
    const changed = SharedSecretCiphertextBlob.with(0, (SharedSecretCiphertextBlob[0] ?? 0) ^ 1);
    const rejected = lab.ok<{ SharedSecret: Uint8Array }>('Decapsulate', {
      ...input,
      SharedSecretCiphertextBlob: changed,
    });
    expect(rejected.SharedSecret).not.toEqual(SharedSecret);
    expect(refusalOf('Decapsulate', { ...input, SharedSecretCiphertextBlob: changed.slice(1) })).toEqual({
      name: 'InvalidCiphertextException',
      message: undefined,
    });
  });
});

describe('data key pairs', () => {
  const { KeyMetadata } = lab.ok<{ KeyMetadata: { Arn: string } }>('CreateKey');
  const KeyId = KeyMetadata.Arn;
  const EncryptionContext = { tenant: 'acme' };

  it.each(['ECC_NIST_P256', 'ECC_SECG_P256K1', 'RSA_2048'])(
    '%s: both halves fit, the private one decrypts',
    (KeyPairSpec) => {
      const pair = lab.ok<Record<string, Uint8Array>>('GenerateDataKeyPair', {
        KeyId,
        KeyPairSpec,
        EncryptionContext,
      });
      const privateKey = createPrivateKey({
        key: Buffer.from(pair.PrivateKeyPlaintext ?? []),
        format: 'der',
        type: 'pkcs8',
      });
      const publicKey = createPublicKey({
        key: Buffer.from(pair.PublicKey ?? []),
        format: 'der',
        type: 'spki',
      });
      expect(nodeVerify('sha256', MESSAGE, publicKey, nodeSign('sha256', MESSAGE, privateKey))).toBe(true);
      const CiphertextBlob = pair.PrivateKeyCiphertextBlob;
      expect(lab.ok('Decrypt', { CiphertextBlob, EncryptionContext })).toMatchObject({
        Plaintext: pair.PrivateKeyPlaintext,
      });
    },
  );

  it('without plaintext, the private half comes encrypted only', () => {
    const pair = lab.ok('GenerateDataKeyPairWithoutPlaintext', {
      KeyId,
      KeyPairSpec: 'ECC_NIST_EDWARDS25519',
    });
    expect(Object.keys(pair)).toEqual([
      'PrivateKeyCiphertextBlob',
      'PublicKey',
      'KeyId',
      'KeyPairSpec',
      'KeyMaterialId',
    ]);
  });

  it('refuses asymmetric wrapping keys', () => {
    expect(
      refusalOf('GenerateDataKeyPair', { KeyId: rsaSigning.KeyId, KeyPairSpec: 'ECC_NIST_P256' }),
    ).toEqual({
      name: 'InvalidKeyUsageException',
      message: `${rsaSigning.KeyId} key usage is SIGN_VERIFY which is not valid for GenerateDataKeyPair.`,
    });
  });
});

describe('GetPublicKey', () => {
  it('has none to give for symmetric and HMAC keys', () => {
    const { KeyMetadata } = lab.ok<{ KeyMetadata: { Arn: string } }>('CreateKey');
    expect(refusalOf('GetPublicKey', { KeyId: KeyMetadata.Arn })).toEqual({
      name: 'UnsupportedOperationException',
      message: undefined,
    });
  });

  it('lists the algorithms of the key, and only of its usage', () => {
    const { KeyId, spki } = rsaEncryption;
    expect(lab.ok('GetPublicKey', { KeyId })).toEqual({
      KeyId,
      PublicKey: spki,
      CustomerMasterKeySpec: 'RSA_2048',
      KeySpec: 'RSA_2048',
      KeyUsage: 'ENCRYPT_DECRYPT',
      EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
    });
  });
});
