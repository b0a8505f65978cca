import {
  constants,
  createPrivateKey,
  createPublicKey,
  sign as nodeSign,
  verify as nodeVerify,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes, seededBytes, seededStream } from '../base';
import { digest, type HashName } from './hashes';
import { bytesToNumber, gcd, modInverse } from './modular';
import { encodePkcs8 } from './pkcs8';
import { isConsistentRsaKey, rsaBits, rsaPrivateOperation, rsaPublicOperation, rsaSize } from './rsa';
import { generateRsa, type RsaBits, rebuildRsa } from './rsa-keygen';
import {
  rsaOaepDecrypt,
  rsaOaepEncrypt,
  rsaOaepMaxLength,
  rsaPkcs1Sign,
  rsaPkcs1Verify,
  rsaPssSign,
  rsaPssVerify,
} from './rsa-padding';
import { encodeSpki } from './spki';
import { OAEP_VECTOR } from './vectors/rsa';

const SEED = 'rsa test';
const { key, counters } = generateRsa(2048, seededStream(SEED, 'key/2048'));
const pkcs8 = Buffer.from(encodePkcs8({ algorithm: 'RSA', key }));
const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
const spki = Buffer.from(encodeSpki({ algorithm: 'RSA', key }));
const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });

/** Found once by the search; a rebuild from them is the same key in a moment. */
const COUNTERS: Readonly<Record<RsaBits, { p: number; q: number }>> = {
  2048: { p: 427, q: 887 },
  3072: { p: 244, q: 1278 },
  4096: { p: 6, q: 165 },
};

const SHA_2 = ['SHA-256', 'SHA-384', 'SHA-512'] as const;
const openSslName = (hash: HashName) => hash.toLowerCase().replace('-', '');
const salt = (hash: HashName, n = 0) =>
  seededBytes(SEED, `salt/${n}`, digest(hash, new Uint8Array(0)).length);
const wrongBit = (bytes: Uint8Array, at: number) => Uint8Array.from(bytes, (b, i) => (i === at ? b ^ 1 : b));

describe('RSA keys', () => {
  it('come out of the seed alone, with the counters of the search', () => {
    expect(counters).toEqual(COUNTERS[2048]);
    expect(rebuildRsa(2048, seededStream(SEED, 'key/2048'), counters)).toEqual(key);
    expect(rebuildRsa(2048, seededStream('other seed', 'key/2048'), counters).n).not.toBe(key.n);
  });

  it.each([2048, 3072, 4096] as const)(
    'of %i bits are rebuilt from their counters and OpenSSL uses them',
    (bits) => {
      const rebuilt = rebuildRsa(bits, seededStream(SEED, `key/${bits}`), COUNTERS[bits]);
      expect(isConsistentRsaKey(rebuilt)).toBe(true);
      expect([rsaBits(rebuilt), rsaSize(rebuilt)]).toEqual([bits, bits / 8]);
      const der = Buffer.from(encodePkcs8({ algorithm: 'RSA', key: rebuilt }));
      const imported = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      expect(imported.asymmetricKeyDetails).toEqual({ modulusLength: bits, publicExponent: 65537n });
      const message = Uint8Array.of(1, 2, 3);
      const signature = rsaPkcs1Sign(rebuilt, 'SHA-256', digest('SHA-256', message));
      expect(new Uint8Array(nodeSign('sha256', message, imported))).toEqual(signature);
    },
  );

  it('are found out when one of their numbers does not belong', () => {
    expect(isConsistentRsaKey(key)).toBe(true);
    for (const name of ['n', 'e', 'd', 'p', 'q', 'dP', 'dQ', 'qInv'] as const) {
      expect([name, isConsistentRsaKey({ ...key, [name]: key[name] + 2n })]).toEqual([name, false]);
    }
    expect(isConsistentRsaKey({ ...key, p: 1n, q: key.n })).toBe(false);
    expect(isConsistentRsaKey({ ...key, qInv: key.qInv + key.p })).toBe(false);
  });

  it('are found out when a prime is none, though everything else fits', () => {
    const [prime, composite] = [key.p, 15n];
    const lambda = ((prime - 1n) * (composite - 1n)) / gcd(prime - 1n, composite - 1n);
    const d = modInverse(key.e, lambda) as bigint;
    const exponents = { n: prime * composite, e: key.e, d };
    const [dPrime, dComposite] = [d % (prime - 1n), d % (composite - 1n)];
    const primeFirst = { p: prime, q: composite, dP: dPrime, dQ: dComposite };
    const primeLast = { p: composite, q: prime, dP: dComposite, dQ: dPrime };
    for (const halves of [primeFirst, primeLast]) {
      const qInv = modInverse(halves.q, halves.p) as bigint;
      expect(isConsistentRsaKey({ ...exponents, ...halves, qInv })).toBe(false);
    }
  });

  it('refuse a number that is not below the modulus', () => {
    const tooBig = hexToBytes(key.n.toString(16));
    expect(rsaPublicOperation(key, tooBig)).toBeUndefined();
    expect(rsaPrivateOperation(key, tooBig)).toBeUndefined();
    expect(rsaPrivateOperation(key, new Uint8Array(255))).toBeUndefined();
  });
});

describe('RSA-OAEP', () => {
  const number = (hex: string) => bytesToNumber(hexToBytes(hex));
  const { n, e, d, p, q, dP, dQ, qInv, message, seed, ciphertext } = OAEP_VECTOR;
  const [publishedN, publishedE] = [number(n), number(e)];
  const published = {
    ...{ n: publishedN, e: publishedE, d: number(d), p: number(p), q: number(q) },
    ...{ dP: number(dP), dQ: number(dQ), qInv: number(qInv) },
  };

  it('gives the published ciphertext of the published seed and decrypts it', () => {
    expect(isConsistentRsaKey(published)).toBe(true);
    const computed = rsaOaepEncrypt(published, 'SHA-1', hexToBytes(message), hexToBytes(seed));
    expect(bytesToHex(computed)).toBe(ciphertext);
    const opened = rsaOaepDecrypt(published, 'SHA-1', hexToBytes(ciphertext));
    expect(opened && bytesToHex(opened)).toBe(message);
  });

  it.each(['SHA-1', 'SHA-256'] as const)(
    'with %s decrypts what OpenSSL encrypted and the reverse',
    (hash) => {
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      const options = { padding, oaepHash: openSslName(hash) };
      const limit = rsaOaepMaxLength(key, hash);
      for (const length of [0, 1, 32, limit]) {
        const plaintext = seededBytes(SEED, `plaintext/${length}`, length);
        const theirs = new Uint8Array(publicEncrypt({ key: publicKey, ...options }, plaintext));
        expect(rsaOaepDecrypt(key, hash, theirs)).toEqual(plaintext);
        const ours = rsaOaepEncrypt(key, hash, plaintext, salt(hash, length));
        expect(new Uint8Array(privateDecrypt({ key: privateKey, ...options }, ours))).toEqual(plaintext);
      }
    },
  );

  it('carries 214 and 190 bytes at most, as KMS documents for RSA_2048', () => {
    expect([rsaOaepMaxLength(key, 'SHA-1'), rsaOaepMaxLength(key, 'SHA-256')]).toEqual([214, 190]);
    expect(() => rsaOaepEncrypt(key, 'SHA-256', new Uint8Array(191), salt('SHA-256'))).toThrow(
      'OAEP message: expected at most 190 bytes, found 191',
    );
  });

  it('opens nothing of another hash, another key, another length, nor what was changed', () => {
    const sealed = rsaOaepEncrypt(key, 'SHA-256', Uint8Array.of(1), salt('SHA-256'));
    expect(rsaOaepDecrypt(key, 'SHA-256', sealed)).toEqual(Uint8Array.of(1));
    expect(rsaOaepDecrypt(key, 'SHA-1', sealed)).toBeUndefined();
    expect(rsaOaepDecrypt(key, 'SHA-256', wrongBit(sealed, 200))).toBeUndefined();
    expect(rsaOaepDecrypt(key, 'SHA-256', sealed.subarray(1))).toBeUndefined();
    expect(rsaOaepDecrypt({ ...key, dP: key.dQ, dQ: key.dP }, 'SHA-256', sealed)).toBeUndefined();
  });
});

describe('an OAEP block that was put together wrongly', () => {
  const message = Uint8Array.of(7);
  const encoded = rsaPrivateOperation(
    key,
    rsaOaepEncrypt(key, 'SHA-256', message, salt('SHA-256')),
  ) as Uint8Array;
  /** Behind the leading zero and the seed: the hash of the label, zeros, a one at 221, the message. */
  const block = encoded.subarray(33);
  const maskOfSeed = (masked: Uint8Array) => digest('SHA-256', concatBytes(masked, new Uint8Array(4)));

  /** What decryption says to the block with some of its bytes changed and the seed's mask fitted to that. */
  function decryptedWith(changes: Readonly<Record<number, number>>, leading = 0): Uint8Array | undefined {
    const changed = block.map((byte, i) => byte ^ (changes[i] ?? 0));
    const [before, after] = [maskOfSeed(block), maskOfSeed(changed)];
    const seed = encoded
      .subarray(1, 33)
      .map((byte, i) => byte ^ (before[i] as number) ^ (after[i] as number));
    const sealed = rsaPublicOperation(key, concatBytes(Uint8Array.of(leading), seed, changed));
    return rsaOaepDecrypt(key, 'SHA-256', sealed as Uint8Array);
  }

  it('decrypts to nothing', () => {
    expect(decryptedWith({})).toEqual(message);
    expect(decryptedWith({ 222: 7 ^ 8 })).toEqual(Uint8Array.of(8));
    expect(decryptedWith({}, 1)).toBeUndefined();
    expect(decryptedWith({ 0: 1 })).toBeUndefined();
    expect(decryptedWith({ 221: 1 ^ 2 })).toBeUndefined();
    expect(decryptedWith({ 221: 1, 222: 7 })).toBeUndefined();
  });
});

describe('RSA signatures', () => {
  it.each(SHA_2)('PSS with %s verifies at OpenSSL and the reverse, and differs on every call', (hash) => {
    const message = Uint8Array.of(9, 9, 9);
    const messageDigest = digest(hash, message);
    const options = {
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    };
    const signature = rsaPssSign(key, hash, messageDigest, salt(hash));
    expect(nodeVerify(openSslName(hash), message, { key: publicKey, ...options }, signature)).toBe(true);
    expect(rsaPssVerify(key, hash, messageDigest, signature)).toBe(true);
    expect(rsaPssSign(key, hash, messageDigest, salt(hash, 1))).not.toEqual(signature);
    const theirs = nodeSign(openSslName(hash), message, { key: privateKey, ...options });
    expect(rsaPssVerify(key, hash, messageDigest, theirs)).toBe(true);
    expect(rsaPssVerify(key, hash, wrongBit(messageDigest, 0), theirs)).toBe(false);
  });

  it('PSS takes no salt of another length than that of the digest', () => {
    const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 };
    const signature = nodeSign('sha256', Uint8Array.of(1), { key: privateKey, ...options });
    expect(rsaPssVerify(key, 'SHA-256', digest('SHA-256', Uint8Array.of(1)), signature)).toBe(false);
    expect(() => rsaPssSign(key, 'SHA-256', new Uint8Array(32), new Uint8Array(20))).toThrow(
      'PSS salt: expected 32 bytes, found 20',
    );
  });

  it.each(SHA_2)('PKCS #1 v1.5 with %s is the one signature that OpenSSL makes', (hash) => {
    const message = Uint8Array.of(8, 8);
    const messageDigest = digest(hash, message);
    const signature = rsaPkcs1Sign(key, hash, messageDigest);
    expect(signature).toEqual(new Uint8Array(nodeSign(openSslName(hash), message, privateKey)));
    expect(rsaPkcs1Verify(key, hash, messageDigest, signature)).toBe(true);
    expect(rsaPkcs1Verify(key, hash, wrongBit(messageDigest, 3), signature)).toBe(false);
  });

  it('are wrong when any byte of them is, or when they are of the other padding or length', () => {
    const messageDigest = digest('SHA-256', Uint8Array.of(7));
    const pss = rsaPssSign(key, 'SHA-256', messageDigest, salt('SHA-256'));
    const pkcs1 = rsaPkcs1Sign(key, 'SHA-256', messageDigest);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (at) => {
        expect(rsaPssVerify(key, 'SHA-256', messageDigest, wrongBit(pss, at))).toBe(false);
        expect(rsaPkcs1Verify(key, 'SHA-256', messageDigest, wrongBit(pkcs1, at))).toBe(false);
      }),
    );
    expect(rsaPssVerify(key, 'SHA-256', messageDigest, pkcs1)).toBe(false);
    expect(rsaPkcs1Verify(key, 'SHA-256', messageDigest, pss)).toBe(false);
    expect(rsaPssVerify(key, 'SHA-256', messageDigest, pss.subarray(1))).toBe(false);
    expect(rsaPkcs1Verify(key, 'SHA-256', messageDigest, new Uint8Array(0))).toBe(false);
  });

  it('want a digest of the length of the hash', () => {
    expect(() => rsaPkcs1Sign(key, 'SHA-512', new Uint8Array(32))).toThrow(
      'PKCS #1 digest: expected 64 bytes, found 32',
    );
    expect(() => rsaPssVerify(key, 'SHA-384', new Uint8Array(32), new Uint8Array(256))).toThrow(
      'PSS digest: expected 48 bytes, found 32',
    );
  });
});
