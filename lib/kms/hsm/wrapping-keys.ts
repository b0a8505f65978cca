import { needs, purposeOf } from '../../base';
import {
  type KeyWrapHash,
  type PublicKey,
  type RsaPrivateKey,
  rsaAesUnwrap,
  rsaOaepDecrypt,
} from '../../crypto';
import { derivePrivateKey, type PrimeCounters, searchPrimes } from './private-keys';

export type WrappingKeySpec = 'RSA_2048' | 'RSA_3072' | 'RSA_4096';
export type WrappingAlgorithm =
  | 'RSAES_OAEP_SHA_1'
  | 'RSAES_OAEP_SHA_256'
  | 'RSA_AES_KEY_WRAP_SHA_1'
  | 'RSA_AES_KEY_WRAP_SHA_256';

/** How material is wrapped, and what makes the wrapping key again. Nothing of it is secret without the seed. */
export interface Wrapping {
  /** Names the wrapping key; fresh with every GetParametersForImport. */
  readonly wrappingKeyId: string;
  readonly spec: WrappingKeySpec;
  readonly algorithm: WrappingAlgorithm;
  readonly primeCounters: PrimeCounters;
}

/** A new wrapping key pair; its private half can be made again from what is answered. */
export function createWrapping(
  seed: string,
  wrappingKeyId: string,
  spec: WrappingKeySpec,
  algorithm: WrappingAlgorithm,
): Wrapping {
  const purpose = purposeOfKey(wrappingKeyId);
  const id = `${seed}${purpose}${spec}`;
  let primeCounters = knownCounters.get(id);
  if (!primeCounters) {
    primeCounters = searchPrimes(seed, purpose, spec);
    needs(primeCounters, `${spec} is an RSA key spec`);
    remember(knownCounters, id, primeCounters);
  }
  return { wrappingKeyId, spec, algorithm, primeCounters };
}

export function wrappingPublicKey(seed: string, wrapping: Wrapping): PublicKey {
  const { n, e } = wrappingKey(seed, wrapping);
  return { algorithm: 'RSA', key: { n, e } };
}

/** The bytes that were wrapped, or undefined when they were not wrapped for this key in this way. */
export function unwrap(seed: string, wrapping: Wrapping, wrapped: Uint8Array): Uint8Array | undefined {
  const key = wrappingKey(seed, wrapping);
  const hash: KeyWrapHash = wrapping.algorithm.endsWith('_SHA_1') ? 'SHA-1' : 'SHA-256';
  return wrapping.algorithm.startsWith('RSA_AES_')
    ? rsaAesUnwrap(key, hash, wrapped)
    : rsaOaepDecrypt(key, hash, wrapped);
}

/*
 * Both follow from the seed and the id alone, so they are remembered across worlds: a run that is played again, or
 * visited in the past, does not search for the same primes twice.
 */
const knownCounters = new Map<string, PrimeCounters>();
const knownKeys = new Map<string, RsaPrivateKey>();
const REMEMBERED = 256;

function remember<V>(map: Map<string, V>, id: string, value: V): void {
  if (map.size >= REMEMBERED) map.clear();
  map.set(id, value);
}

function wrappingKey(seed: string, { wrappingKeyId, spec, primeCounters }: Wrapping): RsaPrivateKey {
  const purpose = purposeOfKey(wrappingKeyId);
  const id = `${seed}${purpose}${spec}`;
  let key = knownKeys.get(id);
  if (!key) {
    const made = derivePrivateKey(seed, purpose, spec, primeCounters);
    needs(made.algorithm === 'RSA', `${spec} makes RSA keys`);
    key = made.key;
    remember(knownKeys, id, key);
  }
  return key;
}

function purposeOfKey(wrappingKeyId: string): string {
  return purposeOf('wrapping-key', wrappingKeyId);
}
