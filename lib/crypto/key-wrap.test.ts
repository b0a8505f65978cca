import {
  constants,
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes, seededBytes, seededStream } from '../base';
import { aesKwpUnwrap, aesKwpWrap, rsaAesUnwrap, rsaAesWrap } from './key-wrap';
import { encodePkcs8 } from './pkcs8';
import { rebuildRsa } from './rsa-keygen';
import { KWP_VECTORS } from './vectors/aes';

const RSA = rebuildRsa(2048, seededStream('rsa test', 'key/2048'), { p: 427, q: 887 });
const privateKey = createPrivateKey({
  key: Buffer.from(encodePkcs8({ algorithm: 'RSA', key: RSA })),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(privateKey);
const aesKey = seededBytes('key wrap', 'aes', 32);
const oaepSeed = (hash: string) => seededBytes('key wrap', 'oaep', hash === 'SHA-1' ? 20 : 32);

/** The wrapping that OpenSSL calls id-aes256-wrap-pad. */
function wrapAtOpenSsl(key: Uint8Array, material: Uint8Array): Uint8Array {
  const cipher = createCipheriv('id-aes256-wrap-pad', key, Buffer.from('a65959a6', 'hex'));
  return new Uint8Array(Buffer.concat([cipher.update(material), cipher.final()]));
}

describe('AES-KWP', () => {
  it.each(KWP_VECTORS)(
    'wraps the published $name as published and unwraps them',
    ({ key, material, wrapped }) => {
      expect(bytesToHex(aesKwpWrap(hexToBytes(key), hexToBytes(material)))).toBe(wrapped);
      const unwrapped = aesKwpUnwrap(hexToBytes(key), hexToBytes(wrapped));
      expect(unwrapped && bytesToHex(unwrapped)).toBe(material);
    },
  );

  it('agrees with OpenSSL at every length and unwraps nothing that was changed', () => {
    const material = fc.uint8Array({ minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), material, fc.nat(), (key, bytes, at) => {
        const wrapped = aesKwpWrap(key, bytes);
        expect(wrapped).toEqual(wrapAtOpenSsl(key, bytes));
        expect(aesKwpUnwrap(key, wrapped)).toEqual(new Uint8Array(bytes));
        const changed = wrapped.map((byte, i) => (i === at % wrapped.length ? byte ^ 1 : byte));
        expect(aesKwpUnwrap(key, changed)).toBeUndefined();
      }),
    );
  });

  it('unwraps no bytes of an impossible length', () => {
    for (const length of [0, 8, 15, 17, 31])
      expect(aesKwpUnwrap(aesKey, new Uint8Array(length))).toBeUndefined();
    expect(() => aesKwpWrap(aesKey, new Uint8Array(0))).toThrow(
      'expected at least one byte to wrap, found none',
    );
  });
});

describe('RSA AES key wrap', () => {
  const material = encodePkcs8({ algorithm: 'RSA', key: RSA });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;

  it.each(['SHA-1', 'SHA-256'] as const)('with %s unwraps what OpenSSL wrapped and the reverse', (hash) => {
    const oaepHash = hash.toLowerCase().replace('-', '');
    const theirs = concatBytes(
      publicEncrypt({ key: publicKey, padding, oaepHash }, aesKey),
      wrapAtOpenSsl(aesKey, material),
    );
    expect(rsaAesUnwrap(RSA, hash, theirs)).toEqual(material);
    const ours = rsaAesWrap(RSA, hash, material, aesKey, oaepSeed(hash));
    const openedKey = privateDecrypt({ key: privateKey, padding, oaepHash }, ours.subarray(0, 256));
    expect(new Uint8Array(openedKey)).toEqual(aesKey);
    expect(ours.subarray(256)).toEqual(wrapAtOpenSsl(aesKey, material));
  });

  it('unwraps nothing of another hash, cut off, changed, or under a shorter AES key', () => {
    const wrapped = rsaAesWrap(RSA, 'SHA-256', material, aesKey, oaepSeed('SHA-256'));
    expect(rsaAesUnwrap(RSA, 'SHA-256', wrapped)).toEqual(material);
    expect(rsaAesUnwrap(RSA, 'SHA-1', wrapped)).toBeUndefined();
    expect(rsaAesUnwrap(RSA, 'SHA-256', wrapped.subarray(0, -8))).toBeUndefined();
    expect(rsaAesUnwrap(RSA, 'SHA-256', wrapped.subarray(0, 100))).toBeUndefined();
    for (const at of [10, 300]) {
      const changed = wrapped.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(rsaAesUnwrap(RSA, 'SHA-256', changed)).toBeUndefined();
    }
    const short = publicEncrypt({ key: publicKey, padding, oaepHash: 'sha256' }, aesKey.subarray(16));
    const under128 = concatBytes(short, aesKwpWrap(aesKey.subarray(16), material));
    expect(rsaAesUnwrap(RSA, 'SHA-256', under128)).toBeUndefined();
    expect(() => rsaAesWrap(RSA, 'SHA-1', material, aesKey.subarray(1), oaepSeed('SHA-1'))).toThrow(
      'AES key: expected 32 bytes, found 31',
    );
  });
});
