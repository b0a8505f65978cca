import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  sign as nodeSign,
  verify as nodeVerify,
} from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes, seededBytes, utf8ToBytes } from '../base';
import { der, derInteger, TAG } from './der';
import {
  type CurveName,
  type EcPrivateKey,
  ecdh,
  ecdsaSign,
  ecdsaVerify,
  ecKeyFromRandom,
  ecPublicKey,
  ecRandomLength,
  isEcPrivateKey,
  isEcPublicKey,
} from './ec';
import { digest, type HashName } from './hashes';
import { encodePkcs8 } from './pkcs8';
import { encodeSpki } from './spki';
import { ECDH_VECTOR, ECDSA_VECTORS } from './vectors/curves';

/** Each curve with the hash that KMS signs with on it and the name that OpenSSL has for it. */
const CURVES: readonly (readonly [CurveName, HashName, string, string])[] = [
  ['P-256', 'SHA-256', 'sha256', 'prime256v1'],
  ['P-384', 'SHA-384', 'sha384', 'secp384r1'],
  ['P-521', 'SHA-512', 'sha512', 'secp521r1'],
  ['secp256k1', 'SHA-256', 'sha256', 'secp256k1'],
];

/** Bytes of a coordinate and of a scalar. */
const SIZES: Readonly<Record<CurveName, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66, secp256k1: 32 };

function keyOf(curve: CurveName, name = 'key'): EcPrivateKey {
  return ecKeyFromRandom(curve, seededBytes('ec test', name, ecRandomLength(curve)));
}

function openSslKeys(key: EcPrivateKey) {
  const pkcs8 = Buffer.from(encodePkcs8({ algorithm: key.curve, scalar: key.scalar }));
  const spki = Buffer.from(encodeSpki({ algorithm: key.curve, point: ecPublicKey(key).point }));
  return {
    privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
  };
}

describe('ECDSA', () => {
  it.each(ECDSA_VECTORS)('accepts the published signature on $curve', (vector) => {
    const key = { curve: vector.curve, scalar: hexToBytes(vector.scalar) };
    const publicKey = ecPublicKey(key);
    expect(bytesToHex(publicKey.point)).toBe(vector.point);
    const signature = der(
      TAG.sequence,
      derInteger(BigInt(`0x${vector.r}`)),
      derInteger(BigInt(`0x${vector.s}`)),
    );
    const messageDigest = digest(vector.hash, utf8ToBytes('sample'));
    expect(ecdsaVerify(publicKey, messageDigest, signature)).toBe(true);
    expect(ecdsaVerify(publicKey, digest(vector.hash, utf8ToBytes('test')), signature)).toBe(false);
  });

  it.each(CURVES)('on %s verifies at OpenSSL and the reverse', (curve, hash, openSslHash) => {
    const key = keyOf(curve);
    const { privateKey, publicKey } = openSslKeys(key);
    for (let n = 0; n < 3; n++) {
      const message = seededBytes('ec test', `message/${n}`, 50);
      const ours = ecdsaSign(key, digest(hash, message), seededBytes('ec test', `random/${n}`, 32));
      expect(nodeVerify(openSslHash, message, publicKey, ours)).toBe(true);
      const theirs = nodeSign(openSslHash, message, privateKey);
      expect(ecdsaVerify(ecPublicKey(key), digest(hash, message), theirs)).toBe(true);
      expect(ecdsaVerify(ecPublicKey(keyOf(curve, 'other')), digest(hash, message), theirs)).toBe(false);
    }
  });

  it('gives the same signature for the same randomness and another one for other randomness', () => {
    const [key, messageDigest] = [keyOf('P-256'), new Uint8Array(32).fill(1)];
    const random = (n: number) => new Uint8Array(32).fill(n);
    expect(ecdsaSign(key, messageDigest, random(1))).toEqual(ecdsaSign(key, messageDigest, random(1)));
    expect(ecdsaSign(key, messageDigest, random(1))).not.toEqual(ecdsaSign(key, messageDigest, random(2)));
  });

  it('takes and gives signatures whose s is large', () => {
    const [key, messageDigest] = [keyOf('secp256k1'), new Uint8Array(32).fill(3)];
    const halfOrder = 2n ** 255n;
    const isLarge = Array.from({ length: 20 }, (_, n) => {
      const signature = ecdsaSign(key, messageDigest, new Uint8Array(32).fill(n));
      expect(ecdsaVerify(ecPublicKey(key), messageDigest, signature)).toBe(true);
      return BigInt(`0x${bytesToHex(signature.slice(-32))}`) > halfOrder;
    });
    expect(new Set(isLarge)).toEqual(new Set([true, false]));
  });

  it('refuses whatever is no signature without throwing', () => {
    const [key, messageDigest] = [ecPublicKey(keyOf('P-256')), new Uint8Array(32)];
    const signature = ecdsaSign(keyOf('P-256'), messageDigest, new Uint8Array(32));
    const longer = concatBytes(signature, Uint8Array.of(0));
    for (const wrong of [new Uint8Array(0), longer, signature.subarray(1), new Uint8Array(64).fill(1)]) {
      expect(ecdsaVerify(key, messageDigest, wrong)).toBe(false);
    }
    expect(ecdsaVerify({ ...key, point: key.point.subarray(1) }, messageDigest, signature)).toBe(false);
  });
});

describe('ECDH', () => {
  it('gives the published shared secret', () => {
    const key = { curve: 'P-256', scalar: hexToBytes(ECDH_VECTOR.scalar) } as const;
    const secret = ecdh(key, { curve: 'P-256', point: hexToBytes(ECDH_VECTOR.peer) });
    expect(secret && bytesToHex(secret)).toBe(ECDH_VECTOR.sharedSecret);
  });

  it.each(CURVES)(
    'on %s agrees with OpenSSL, and both sides agree',
    (curve, _hash, _openSslHash, openSslCurve) => {
      const [mine, theirs] = [keyOf(curve), keyOf(curve, 'other')];
      const openSsl = createECDH(openSslCurve);
      openSsl.setPrivateKey(Buffer.from(theirs.scalar));
      const expected = new Uint8Array(openSsl.computeSecret(ecPublicKey(mine).point));
      expect(ecdh(theirs, ecPublicKey(mine))).toEqual(expected);
      expect(ecdh(mine, ecPublicKey(theirs))).toEqual(expected);
      expect(expected.length).toBe(SIZES[curve]);
    },
  );

  it('takes no point of another curve nor one off the curve', () => {
    const key = keyOf('P-256');
    expect(ecdh(key, ecPublicKey(keyOf('P-384')))).toBeUndefined();
    expect(ecdh(key, { curve: 'P-256', point: ecPublicKey(keyOf('secp256k1')).point })).toBeUndefined();
    const { point } = ecPublicKey(key);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: point.length * 8 - 1 }), (bit) => {
        const changed = Uint8Array.from(point, (b, i) => (i === bit >> 3 ? b ^ (1 << (bit & 7)) : b));
        expect(isEcPublicKey({ curve: 'P-256', point: changed })).toBe(false);
        expect(ecdh(key, { curve: 'P-256', point: changed })).toBeUndefined();
      }),
    );
  });
});

describe('keys on a curve', () => {
  it.each(CURVES)('of %s come out of the random bytes alone and are valid', (curve) => {
    const key = keyOf(curve);
    expect(key).toEqual(keyOf(curve));
    expect(key.scalar.length).toBe(SIZES[curve]);
    expect(isEcPrivateKey(key)).toBe(true);
    expect(isEcPublicKey(ecPublicKey(key))).toBe(true);
    expect(isEcPrivateKey({ curve, scalar: new Uint8Array(SIZES[curve]) })).toBe(false);
    expect(isEcPrivateKey({ curve, scalar: new Uint8Array(SIZES[curve]).fill(255) })).toBe(false);
    expect(isEcPrivateKey({ curve, scalar: key.scalar.subarray(1) })).toBe(false);
  });

  it('takes a point only in its uncompressed form', () => {
    const { point } = ecPublicKey(keyOf('P-256'));
    const compressed = concatBytes(Uint8Array.of(2 + ((point[64] as number) & 1)), point.subarray(1, 33));
    expect(isEcPublicKey({ curve: 'P-256', point: compressed })).toBe(false);
    expect(isEcPublicKey({ curve: 'P-256', point: new Uint8Array(0) })).toBe(false);
  });
});
