import { createPrivateKey, createPublicKey, sign as nodeSign, verify as nodeVerify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes } from '../base';
import { ed25519PublicKey, ed25519phSign, ed25519phVerify, ed25519Sign, ed25519Verify } from './ed25519';
import { encodePkcs8 } from './pkcs8';
import { encodeSpki } from './spki';
import { ED25519_VECTORS, ED25519PH_VECTOR } from './vectors/curves';

const SEED = hexToBytes(ED25519_VECTORS[2].seed);
const PUBLIC_KEY = ed25519PublicKey(SEED);

describe('Ed25519', () => {
  it.each(ED25519_VECTORS)('gives the published key and signature of $name', (vector) => {
    const [seed, message] = [hexToBytes(vector.seed), hexToBytes(vector.message)];
    expect(bytesToHex(ed25519PublicKey(seed))).toBe(vector.publicKey);
    expect(bytesToHex(ed25519Sign(seed, message))).toBe(vector.signature);
    expect(ed25519Verify(hexToBytes(vector.publicKey), message, hexToBytes(vector.signature))).toBe(true);
  });

  it('gives the published prehashed signature, which is none of the pure kind', () => {
    const [seed, message] = [hexToBytes(ED25519PH_VECTOR.seed), hexToBytes(ED25519PH_VECTOR.message)];
    const publicKey = ed25519PublicKey(seed);
    expect(bytesToHex(publicKey)).toBe(ED25519PH_VECTOR.publicKey);
    const signature = ed25519phSign(seed, message);
    expect(bytesToHex(signature)).toBe(ED25519PH_VECTOR.signature);
    expect(ed25519phVerify(publicKey, message, signature)).toBe(true);
    expect(ed25519Verify(publicKey, message, signature)).toBe(false);
    expect(ed25519phVerify(publicKey, message, ed25519Sign(seed, message))).toBe(false);
  });

  it('makes the signatures that OpenSSL makes and accepts', () => {
    const pkcs8 = Buffer.from(encodePkcs8({ algorithm: 'Ed25519', seed: SEED }));
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const spki = Buffer.from(encodeSpki({ algorithm: 'Ed25519', bytes: PUBLIC_KEY }));
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (message) => {
        const signature = ed25519Sign(SEED, message);
        expect(signature).toEqual(new Uint8Array(nodeSign(null, message, privateKey)));
        expect(nodeVerify(null, message, publicKey, signature)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses what is no signature or no key without throwing', () => {
    const message = Uint8Array.of(1);
    const signature = ed25519Sign(SEED, message);
    for (const wrong of [new Uint8Array(0), signature.subarray(1), new Uint8Array(64).fill(255)]) {
      expect(ed25519Verify(PUBLIC_KEY, message, wrong)).toBe(false);
      expect(ed25519phVerify(PUBLIC_KEY, message, wrong)).toBe(false);
    }
    expect(ed25519Verify(PUBLIC_KEY, Uint8Array.of(2), signature)).toBe(false);
    expect(ed25519Verify(PUBLIC_KEY.subarray(1), message, signature)).toBe(false);
  });

  it('refuses the key of small order, under which one signature fits every message', () => {
    const identity = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0));
    const fitsAll = concatBytes(identity, new Uint8Array(32));
    expect(ed25519Verify(identity, Uint8Array.of(1), fitsAll)).toBe(false);
    expect(ed25519phVerify(identity, Uint8Array.of(1), fitsAll)).toBe(false);
  });
});
