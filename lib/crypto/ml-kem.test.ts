import { shake128 } from '@noble/hashes/sha3.js';
import { describe, expect, it } from 'vitest';
import { bytesToHex, concatBytes, decodeBase64, encodeBase64, seededBytes } from '../base';
import { shake256Digest } from './hashes';
import {
  isMlKemPublicKey,
  ML_KEM_LENGTHS,
  type MlKemName,
  mlKemDecapsulate,
  mlKemEncapsulate,
  mlKemKeyFromSeed,
} from './ml-kem';
import { encodePkcs8, parsePkcs8 } from './pkcs8';
import { ML_KEM_512_SEED_KEY, ML_KEM_ACCUMULATED } from './vectors/lattice';

const NAMES = ML_KEM_ACCUMULATED.map(({ name }) => name);
const SEED = Uint8Array.from({ length: 64 }, (_, i) => i);

function encapsulated(name: MlKemName, publicKey: Uint8Array, random: Uint8Array) {
  const result = mlKemEncapsulate(name, publicKey, random);
  if (!result) throw new Error(`expected a ${name} public key`);
  return result;
}

describe('ML-KEM', () => {
  it.each(ML_KEM_ACCUMULATED)(
    '$name gives the published keys, ciphertexts and secrets',
    (vector) => {
      const { name } = vector;
      const { rounds, hash } = process.env.FULL_VECTORS ? vector.published : vector.short;
      const [seeds, results] = [shake128.create(), shake128.create()];
      for (let round = 0; round < rounds; round++) {
        const { publicKey, secretKey } = mlKemKeyFromSeed(name, seeds.xof(64));
        const { ciphertext, sharedSecret } = encapsulated(name, publicKey, seeds.xof(32));
        const noise = seeds.xof(ML_KEM_LENGTHS[name].ciphertext);
        expect(mlKemDecapsulate(name, secretKey, ciphertext)).toEqual(sharedSecret);
        const rejection = mlKemDecapsulate(name, secretKey, noise) as Uint8Array;
        results.update(publicKey).update(secretKey).update(ciphertext).update(sharedSecret).update(rejection);
      }
      expect(bytesToHex(results.xof(32))).toBe(hash);
    },
    300_000,
  );

  it.each(NAMES)('%s has the lengths of the table', (name) => {
    const { publicKey } = mlKemKeyFromSeed(name, SEED);
    const { ciphertext, sharedSecret } = encapsulated(name, publicKey, new Uint8Array(32));
    expect({ publicKey: publicKey.length, ciphertext: ciphertext.length }).toEqual(ML_KEM_LENGTHS[name]);
    expect(sharedSecret.length).toBe(32);
  });

  it('gives another ciphertext and secret for other randomness', () => {
    const { publicKey } = mlKemKeyFromSeed('ML-KEM-768', SEED);
    const one = encapsulated('ML-KEM-768', publicKey, seededBytes('ml-kem test', '1', 32));
    const other = encapsulated('ML-KEM-768', publicKey, seededBytes('ml-kem test', '2', 32));
    expect(one.ciphertext).not.toEqual(other.ciphertext);
    expect(one.sharedSecret).not.toEqual(other.sharedSecret);
    expect(encapsulated('ML-KEM-768', publicKey, seededBytes('ml-kem test', '1', 32))).toEqual(one);
  });

  it('answers a changed ciphertext with a secret of its own, and one of the wrong length not at all', () => {
    const { publicKey, secretKey } = mlKemKeyFromSeed('ML-KEM-768', SEED);
    const { ciphertext, sharedSecret } = encapsulated('ML-KEM-768', publicKey, new Uint8Array(32));
    const changed = ciphertext.map((byte, i) => (i === 500 ? byte ^ 1 : byte));
    const rejection = mlKemDecapsulate('ML-KEM-768', secretKey, changed);
    // FIPS 203, algorithm 18, line 7: SHAKE256 of z and the ciphertext.
    expect(rejection).toEqual(shake256Digest(concatBytes(SEED.subarray(32), changed), 32));
    expect(rejection).not.toEqual(sharedSecret);
    expect(mlKemDecapsulate('ML-KEM-768', secretKey, ciphertext.subarray(1))).toBeUndefined();
  });

  it('encapsulates to no key of another length or with a coefficient out of range', () => {
    const { publicKey } = mlKemKeyFromSeed('ML-KEM-512', SEED);
    expect(isMlKemPublicKey('ML-KEM-512', publicKey)).toBe(true);
    expect(mlKemEncapsulate('ML-KEM-768', publicKey, new Uint8Array(32))).toBeUndefined();
    // 3329 in the first and in the second coefficient of the three bytes at 30.
    const first = publicKey.map((byte, i) => (i === 30 ? 0x01 : i === 31 ? (byte & 0xf0) | 0x0d : byte));
    const second = publicKey.map((byte, i) => (i === 31 ? (byte & 0x0f) | 0x10 : i === 32 ? 0xd0 : byte));
    expect(mlKemEncapsulate('ML-KEM-512', first, new Uint8Array(32))).toBeUndefined();
    expect(mlKemEncapsulate('ML-KEM-512', second, new Uint8Array(32))).toBeUndefined();
  });

  it('writes and reads the private key that RFC 9935 prints', () => {
    const encoded = encodePkcs8({ algorithm: 'ML-KEM-512', seed: SEED });
    expect(encodeBase64(encoded)).toBe(ML_KEM_512_SEED_KEY);
    const read = parsePkcs8(decodeBase64(ML_KEM_512_SEED_KEY) as Uint8Array);
    expect(read).toEqual({ ok: true, key: { algorithm: 'ML-KEM-512', seed: SEED } });
  });
});
