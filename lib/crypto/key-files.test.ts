import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, seededBytes, seededStream } from '../base';
import { der, derBitString, derInteger, derNull, derOctetString, derOid, derSequence } from './der';
import { type CurveName, ecKeyFromRandom, ecPublicKey, ecRandomLength } from './ec';
import { ed25519PublicKey } from './ed25519';
import { mlDsaKeyFromSeed } from './ml-dsa';
import { mlKemKeyFromSeed } from './ml-kem';
import { encodePkcs8, type PrivateKey, parsePkcs8 } from './pkcs8';
import { rebuildRsa } from './rsa-keygen';
import { encodeSpki, type PublicKey, parseSpki } from './spki';

const RSA = rebuildRsa(2048, seededStream('rsa test', 'key/2048'), { p: 427, q: 887 });
const CURVES: readonly (readonly [CurveName, string])[] = [
  ['P-256', 'prime256v1'],
  ['P-384', 'secp384r1'],
  ['P-521', 'secp521r1'],
  ['secp256k1', 'secp256k1'],
];
const ML_DSA = ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] as const;
const ML_KEM = ['ML-KEM-512', 'ML-KEM-768', 'ML-KEM-1024'] as const;
const seed = (name: string, length: number) => seededBytes('key files', name, length);

const PRIVATE_KEYS: readonly PrivateKey[] = [
  { algorithm: 'RSA', key: RSA },
  ...CURVES.map(([curve]) => {
    const { scalar } = ecKeyFromRandom(curve, seed(curve, ecRandomLength(curve)));
    return { algorithm: curve, scalar };
  }),
  { algorithm: 'Ed25519', seed: seed('Ed25519', 32) },
  ...ML_DSA.map((algorithm) => ({ algorithm, seed: seed(algorithm, 32) })),
  ...ML_KEM.map((algorithm) => ({ algorithm, seed: seed(algorithm, 64) })),
];

function publicHalf(key: PrivateKey): PublicKey {
  if (key.algorithm === 'RSA') return { algorithm: 'RSA', key: { n: key.key.n, e: key.key.e } };
  if ('scalar' in key) return { algorithm: key.algorithm, point: pointOf(key.algorithm, key.scalar) };
  const { algorithm } = key;
  if (algorithm === 'Ed25519') return { algorithm, bytes: ed25519PublicKey(key.seed) };
  const isKem = algorithm === 'ML-KEM-512' || algorithm === 'ML-KEM-768' || algorithm === 'ML-KEM-1024';
  const pair = isKem ? mlKemKeyFromSeed(algorithm, key.seed) : mlDsaKeyFromSeed(algorithm, key.seed);
  return { algorithm, bytes: pair.publicKey };
}

const pointOf = (curve: CurveName, scalar: Uint8Array) => ecPublicKey({ curve, scalar }).point;
const reasonOf = (reading: { ok: boolean; reason?: string }) => (reading.ok ? 'read' : reading.reason);
const NAMED = PRIVATE_KEYS.map((key) => [key.algorithm, key] as const);

/** The families that the OpenSSL of Node 20 knows. */
const KNOWN_TO_OPENSSL = NAMED.filter(([algorithm]) => !algorithm.startsWith('ML-'));

describe('key files', () => {
  it.each(NAMED)('of %s are read back as they were written', (_name, key) => {
    expect(parsePkcs8(encodePkcs8(key))).toEqual({ ok: true, key });
    const publicKey = publicHalf(key);
    expect(parseSpki(encodeSpki(publicKey))).toEqual({ ok: true, key: publicKey });
    expect(encodePkcs8(key, publicKey)).toEqual(encodePkcs8(key));
  });

  it('of a curve take a public half that is at hand instead of computing it once more', () => {
    const key = PRIVATE_KEYS[1] as PrivateKey;
    const point = new Uint8Array(65).fill(4);
    const written = encodePkcs8(key, { algorithm: 'P-256', point });
    expect(written.subarray(-65)).toEqual(point);
  });

  it.each(KNOWN_TO_OPENSSL)('of %s are byte for byte those of OpenSSL', (_name, key) => {
    const ours = encodePkcs8(key);
    const privateKey = createPrivateKey({ key: Buffer.from(ours), format: 'der', type: 'pkcs8' });
    expect(new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }))).toEqual(ours);
    const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
    expect(encodeSpki(publicHalf(key))).toEqual(new Uint8Array(spki));
  });

  it.each(CURVES)('of %s that OpenSSL made are read', (curve, namedCurve) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    const read = parsePkcs8(privateKey.export({ format: 'der', type: 'pkcs8' }));
    const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
    const scalar = Buffer.from(privateKey.export({ format: 'jwk' }).d as string, 'base64url');
    expect(read).toEqual({ ok: true, key: { algorithm: curve, scalar: new Uint8Array(scalar) } });
    expect(encodeSpki({ algorithm: curve, point: pointOf(curve, scalar) })).toEqual(spki);
  });

  it('have one length for all ML-KEM private keys, the seed being all they hold', () => {
    const lengths = ML_KEM.map((algorithm) => encodePkcs8({ algorithm, seed: seed(algorithm, 64) }).length);
    expect(lengths).toEqual([86, 86, 86]);
  });

  it('are read without keeping hold of the bytes they were read from', () => {
    const key = PRIVATE_KEYS[1] as PrivateKey;
    const [pkcs8, spki] = [encodePkcs8(key), encodeSpki(publicHalf(key))];
    const [privateKey, publicKey] = [parsePkcs8(pkcs8), parseSpki(spki)];
    pkcs8.fill(0);
    spki.fill(0);
    expect([privateKey, publicKey]).toEqual([
      { ok: true, key },
      { ok: true, key: publicHalf(key) },
    ]);
  });

  it('may carry attributes and a public key behind the private one', () => {
    const key = PRIVATE_KEYS[5] as PrivateKey;
    const fields = encodePkcs8(key).subarray(2);
    const withAttributes = derSequence(
      derInteger(1),
      fields.subarray(3),
      der(0xa0),
      der(0x81, Uint8Array.of(0)),
    );
    expect(parsePkcs8(withAttributes)).toEqual({ ok: true, key });
  });
});

describe('what is no public key', () => {
  const p256 = publicHalf(PRIVATE_KEYS[1] as PrivateKey) as { point: Uint8Array };
  const spki = (algorithm: Uint8Array, bits: Uint8Array) => derSequence(algorithm, derBitString(bits));
  const rsaId = derSequence(derOid('1.2.840.113549.1.1.1'), derNull());
  const ecId = (curve: string) => derSequence(derOid('1.2.840.10045.2.1'), derOid(curve));
  const ed25519Id = derSequence(derOid('1.3.101.112'));

  it.each([
    ['no DER', Uint8Array.of(1, 2, 3), 'a DER SubjectPublicKeyInfo was expected'],
    [
      'an unknown algorithm',
      spki(derSequence(derOid('1.2.3.4')), Uint8Array.of(0)),
      'the algorithm or the curve is not known',
    ],
    ['an unknown curve', spki(ecId('1.3.132.0.33'), p256.point), 'the algorithm or the curve is not known'],
    [
      'RSA without its null',
      spki(derSequence(derOid('1.2.840.113549.1.1.1')), Uint8Array.of(0)),
      'the algorithm or the curve is not known',
    ],
    [
      'parameters too many',
      spki(derSequence(derOid('1.3.101.112'), derNull()), new Uint8Array(32)),
      'the algorithm or the curve is not known',
    ],
    [
      'no bit string',
      derSequence(rsaId, derOctetString(Uint8Array.of(1))),
      'the public key is not a bit string of whole bytes',
    ],
    ['a point of another curve', spki(ecId('1.3.132.0.34'), p256.point), 'the point is not on P-384'],
    ['RSA of one number', spki(rsaId, derSequence(derInteger(5))), 'the RSA key is not two integers'],
    [
      'an even modulus',
      spki(rsaId, derSequence(derInteger(100), derInteger(3))),
      'the RSA numbers make no key',
    ],
    ['an Ed25519 key too short', spki(ed25519Id, new Uint8Array(31)), 'the bytes are no Ed25519 public key'],
    [
      'an ML-KEM key too short',
      spki(derSequence(derOid('2.16.840.1.101.3.4.4.1')), new Uint8Array(799)),
      'the bytes are no ML-KEM-512 public key',
    ],
    [
      'an ML-DSA key too long',
      spki(derSequence(derOid('2.16.840.1.101.3.4.3.17')), new Uint8Array(1313)),
      'the bytes are no ML-DSA-44 public key',
    ],
  ])('%s is refused with its reason', (_what, bytes, reason) => {
    expect(parseSpki(bytes)).toEqual({ ok: false, reason });
  });

  it('is anything with a byte more or less', () => {
    const encoded = encodeSpki(publicHalf(PRIVATE_KEYS[1] as PrivateKey));
    expect(parseSpki(concatBytes(encoded, Uint8Array.of(0))).ok).toBe(false);
    expect(parseSpki(encoded.subarray(0, -1)).ok).toBe(false);
  });
});

describe('what is no private key', () => {
  const ecId = derSequence(derOid('1.2.840.10045.2.1'), derOid('1.2.840.10045.3.1.7'));
  const { scalar } = PRIVATE_KEYS[1] as { scalar: Uint8Array };
  const pkcs8 = (algorithm: Uint8Array, content: Uint8Array, version = 0) =>
    derSequence(derInteger(version), algorithm, derOctetString(content));
  const ecKey = (...parts: Uint8Array[]) => pkcs8(ecId, derSequence(derInteger(1), ...parts));
  const foreignPoint = der(0xa1, derBitString(pointOf('P-256', new Uint8Array(32).fill(1))));

  it.each([
    ['no DER', Uint8Array.of(0x30), 'a DER PrivateKeyInfo was expected'],
    [
      'an unknown version',
      pkcs8(ecId, Uint8Array.of(0), 2),
      'the version of the PrivateKeyInfo is not known',
    ],
    [
      'an unknown algorithm',
      pkcs8(derSequence(derOid('1.2.3')), Uint8Array.of(0)),
      'the algorithm or the curve is not known',
    ],
    [
      'no octet string',
      derSequence(derInteger(0), ecId, derNull()),
      'the private key is not an octet string',
    ],
    ['no ECPrivateKey', pkcs8(ecId, Uint8Array.of(1)), 'an ECPrivateKey was expected'],
    ['a scalar of zero', ecKey(derOctetString(new Uint8Array(32))), 'the scalar is no P-256 private key'],
    [
      'the point of another key',
      ecKey(derOctetString(scalar), foreignPoint),
      'the public point is not that of the private key',
    ],
    [
      'an Ed25519 seed too short',
      pkcs8(derSequence(derOid('1.3.101.112')), derOctetString(new Uint8Array(31))),
      'the bytes are no Ed25519 seed',
    ],
    [
      'an ML-KEM key in its long form',
      pkcs8(derSequence(derOid('2.16.840.1.101.3.4.4.1')), derOctetString(new Uint8Array(1632))),
      'the bytes are no ML-KEM-512 seed',
    ],
    ['RSA of three numbers', encodeRsa([0n, 15n, 3n]), 'the RSA key is not nine integers of version 0'],
    [
      'RSA with a wrong d',
      encodePkcs8({ algorithm: 'RSA', key: { ...RSA, d: RSA.d + 2n } }),
      'the RSA numbers contradict each other',
    ],
  ])('%s is refused with its reason', (_what, bytes, reason) => {
    expect(parsePkcs8(bytes)).toEqual({ ok: false, reason });
  });

  it('is not an EC key that leaves its public point out: that one is read', () => {
    expect(parsePkcs8(ecKey(derOctetString(scalar)))).toEqual({
      ok: true,
      key: { algorithm: 'P-256', scalar },
    });
  });

  it('never makes the reader throw, whatever byte of it is wrong', () => {
    const encoded = PRIVATE_KEYS.slice(1, 7).map((key) => encodePkcs8(key));
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, at, change) => {
        const good = encoded[which % encoded.length] as Uint8Array;
        const wrong = Uint8Array.from(good, (byte, i) => (i === at % good.length ? byte ^ change : byte));
        expect(reasonOf(parsePkcs8(wrong))).toEqual(expect.any(String));
        expect(reasonOf(parseSpki(wrong))).toEqual(expect.any(String));
      }),
    );
  });

  function encodeRsa(numbers: readonly bigint[]): Uint8Array {
    const rsaId = derSequence(derOid('1.2.840.113549.1.1.1'), derNull());
    return pkcs8(rsaId, derSequence(...numbers.map(derInteger)));
  }
});
