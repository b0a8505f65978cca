import { shake128 } from '@noble/hashes/sha3.js';
import { describe, expect, it } from 'vitest';
import { bytesToHex, encodeBase64, seededBytes, utf8ToBytes } from '../base';
import {
  ML_DSA_LENGTHS,
  mlDsaKeyFromSeed,
  mlDsaMu,
  mlDsaSign,
  mlDsaSignMu,
  mlDsaVerify,
  mlDsaVerifyMu,
} from './ml-dsa';
import { encodeSpki } from './spki';
import { ML_DSA_44_PUBLIC_KEY, ML_DSA_ACCUMULATED } from './vectors/lattice';

const NAMES = ML_DSA_ACCUMULATED.map(({ name }) => name);
const MESSAGE = utf8ToBytes('a message');
const DETERMINISTIC = new Uint8Array(32);

describe('ML-DSA', () => {
  it.each(ML_DSA_ACCUMULATED)(
    '$name gives the published keys and signatures',
    ({ name, short, published }) => {
      const { rounds, hash } = process.env.FULL_VECTORS ? published : short;
      const [seeds, results] = [shake128.create(), shake128.create()];
      const empty = new Uint8Array(0);
      for (let round = 0; round < rounds; round++) {
        const { publicKey, secretKey } = mlDsaKeyFromSeed(name, seeds.xof(32));
        const signature = mlDsaSign(name, secretKey, empty, DETERMINISTIC);
        results.update(publicKey).update(signature);
        expect(mlDsaVerify(name, publicKey, empty, signature)).toBe(true);
      }
      expect(bytesToHex(results.xof(32))).toBe(hash);
    },
  );

  it('gives the public key that RFC 9881 prints', () => {
    const { publicKey } = mlDsaKeyFromSeed(
      'ML-DSA-44',
      Uint8Array.from({ length: 32 }, (_, i) => i),
    );
    const spki = encodeBase64(encodeSpki({ algorithm: 'ML-DSA-44', bytes: publicKey }));
    const { start, end } = ML_DSA_44_PUBLIC_KEY;
    expect([spki.slice(0, start.length), spki.slice(-end.length)]).toEqual([start, end]);
  });

  it.each(NAMES)('%s signs a message and its representative alike', (name) => {
    const { publicKey, secretKey } = mlDsaKeyFromSeed(name, seededBytes('ml-dsa test', name, 32));
    const mu = mlDsaMu(publicKey, MESSAGE);
    const random = seededBytes('ml-dsa test', 'random', 32);
    const signature = mlDsaSign(name, secretKey, MESSAGE, random);
    expect(mlDsaSignMu(name, secretKey, mu, random)).toEqual(signature);
    expect(mlDsaVerify(name, publicKey, MESSAGE, signature)).toBe(true);
    expect(mlDsaVerifyMu(name, publicKey, mu, signature)).toBe(true);
    const lengths = { publicKey: publicKey.length, signature: signature.length };
    expect(lengths).toEqual(ML_DSA_LENGTHS[name]);
  });

  it('makes another signature with other randomness, and both are good', () => {
    const { publicKey, secretKey } = mlDsaKeyFromSeed('ML-DSA-44', new Uint8Array(32));
    const one = mlDsaSign('ML-DSA-44', secretKey, MESSAGE, DETERMINISTIC);
    const other = mlDsaSign('ML-DSA-44', secretKey, MESSAGE, new Uint8Array(32).fill(1));
    expect(one).not.toEqual(other);
    expect(mlDsaVerify('ML-DSA-44', publicKey, MESSAGE, one)).toBe(true);
    expect(mlDsaVerify('ML-DSA-44', publicKey, MESSAGE, other)).toBe(true);
  });

  it('refuses what was changed or has the wrong length without throwing', () => {
    const { publicKey, secretKey } = mlDsaKeyFromSeed('ML-DSA-44', new Uint8Array(32));
    const mu = mlDsaMu(publicKey, MESSAGE);
    const signature = mlDsaSign('ML-DSA-44', secretKey, MESSAGE, DETERMINISTIC);
    const changed = signature.map((byte, i) => (i === 100 ? byte ^ 1 : byte));
    for (const wrong of [changed, signature.subarray(1), new Uint8Array(0), new Uint8Array(2420).fill(255)]) {
      expect(mlDsaVerify('ML-DSA-44', publicKey, MESSAGE, wrong)).toBe(false);
      expect(mlDsaVerifyMu('ML-DSA-44', publicKey, mu, wrong)).toBe(false);
    }
    expect(mlDsaVerify('ML-DSA-44', publicKey, utf8ToBytes('another'), signature)).toBe(false);
    expect(mlDsaVerifyMu('ML-DSA-44', publicKey, mu.subarray(1), signature)).toBe(false);
    expect(mlDsaVerify('ML-DSA-44', publicKey.subarray(1), MESSAGE, signature)).toBe(false);
    expect(mlDsaVerify('ML-DSA-65', publicKey, MESSAGE, signature)).toBe(false);
  });
});
