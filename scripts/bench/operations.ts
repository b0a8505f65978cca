import { compare } from './ciphers';
import { opsPerSecond } from './measure';
import {
  ecdhPrimitive,
  ecdsaPrimitive,
  ecKeyPairPrimitive,
  ed25519Primitive,
  hmacPrimitive,
  mlDsaPrimitive,
  mlKemPrimitive,
  type Primitive,
  rsaPrimitives,
} from './primitives';
import type { Result } from './report';
import { benchCloud, call } from './world';

const Message = new Uint8Array(32).fill(7);
const cloud = benchCloud();

/** Every other cryptographic operation through the whole pipeline beside its bare primitive. */
export function operationResults(): Result[] {
  const rsa = rsaPrimitives();
  return [
    ...signing('ECDSA P-256', 'ECC_NIST_P256', 'ECDSA_SHA_256', ecdsaPrimitive()),
    ...signing('Ed25519', 'ECC_NIST_EDWARDS25519', 'ED25519_SHA_512', ed25519Primitive()),
    ...signing('RSA-2048 PSS', 'RSA_2048', 'RSASSA_PSS_SHA_256', rsa.pss),
    ...signing('ML-DSA-65', 'ML_DSA_65', 'ML_DSA_SHAKE_256', mlDsaPrimitive()),
    ...oaep(rsa.oaep),
    ...macs(),
    ...kems(),
    sharedSecret(),
    keyPair(),
    {
      name: 'GenerateRandom 32 bytes',
      opsPerSecond: opsPerSecond(() => call(cloud, 'GenerateRandom', { NumberOfBytes: 32 })),
    },
  ];
}

function newKey(KeySpec: string, KeyUsage: string): string {
  const { KeyMetadata } = call(cloud, 'CreateKey', { KeySpec, KeyUsage }) as { KeyMetadata: { Arn: string } };
  return KeyMetadata.Arn;
}

function signing(what: string, spec: string, SigningAlgorithm: string, raw: Primitive): Result[] {
  const input = { KeyId: newKey(spec, 'SIGN_VERIFY'), Message, SigningAlgorithm };
  const { Signature } = call(cloud, 'Sign', input);
  return [
    compare(`Sign ${what}`, () => call(cloud, 'Sign', input), raw.make),
    compare(`Verify ${what}`, () => call(cloud, 'Verify', { ...input, Signature }), raw.check),
  ];
}

function oaep(raw: Primitive): Result[] {
  const key = { KeyId: newKey('RSA_2048', 'ENCRYPT_DECRYPT'), EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' };
  const { CiphertextBlob } = call(cloud, 'Encrypt', { ...key, Plaintext: Message });
  return [
    compare('Encrypt RSA-2048', () => call(cloud, 'Encrypt', { ...key, Plaintext: Message }), raw.make),
    compare('Decrypt RSA-2048', () => call(cloud, 'Decrypt', { ...key, CiphertextBlob }), raw.check),
  ];
}

function macs(): Result[] {
  const input = { KeyId: newKey('HMAC_256', 'GENERATE_VERIFY_MAC'), Message, MacAlgorithm: 'HMAC_SHA_256' };
  const { Mac } = call(cloud, 'GenerateMac', input);
  const raw = hmacPrimitive();
  return [
    compare('GenerateMac', () => call(cloud, 'GenerateMac', input), raw.make),
    compare('VerifyMac', () => call(cloud, 'VerifyMac', { ...input, Mac }), raw.check),
  ];
}

function kems(): Result[] {
  const KeyId = newKey('ML_KEM_768', 'ENCAPSULATE_DECAPSULATE');
  const input = { KeyId, EncapsulationAlgorithm: 'ML_KEM' };
  const { SharedSecretCiphertextBlob } = call(cloud, 'Encapsulate', input);
  const opened = { ...input, SharedSecretCiphertextBlob };
  const raw = mlKemPrimitive();
  return [
    compare('Encapsulate ML-KEM-768', () => call(cloud, 'Encapsulate', input), raw.make),
    compare('Decapsulate ML-KEM-768', () => call(cloud, 'Decapsulate', opened), raw.check),
  ];
}

function sharedSecret(): Result {
  const [KeyId, other] = [newKey('ECC_NIST_P256', 'KEY_AGREEMENT'), newKey('ECC_NIST_P256', 'KEY_AGREEMENT')];
  const { PublicKey } = call(cloud, 'GetPublicKey', { KeyId: other });
  const input = { KeyId, PublicKey, KeyAgreementAlgorithm: 'ECDH' };
  return compare('DeriveSharedSecret P-256', () => call(cloud, 'DeriveSharedSecret', input), ecdhPrimitive());
}

function keyPair(): Result {
  const input = { KeyId: newKey('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'), KeyPairSpec: 'ECC_NIST_P256' };
  return compare(
    'GenerateDataKeyPair P-256',
    () => call(cloud, 'GenerateDataKeyPair', input),
    ecKeyPairPrimitive(),
  );
}
