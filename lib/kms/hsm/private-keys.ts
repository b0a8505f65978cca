import { needs, seededBytes, seededStream } from '../../base';
import {
  type CurveName,
  ED25519_LENGTH,
  ecKeyFromRandom,
  ecPublicKey,
  ecRandomLength,
  ed25519PublicKey,
  generateRsa,
  ML_DSA_SEED_LENGTH,
  ML_KEM_SEED_LENGTH,
  type MlDsaName,
  type MlKemName,
  mlDsaKeyFromSeed,
  mlKemKeyFromSeed,
  type PrivateKey,
  type PublicKey,
  type RsaBits,
  rebuildRsa,
} from '../../crypto';
import type { KeySpec } from '../rules/key-specs';

/** How far the searches for the two RSA primes went: kept so that replay need not search. No secret. */
export type PrimeCounters = readonly [p: number, q: number];

/** A spec's private key and what makes it, from the lab's seed and a purpose that names the key. */
export function derivePrivateKey(
  seed: string,
  purpose: string,
  spec: KeySpec,
  counters: PrimeCounters | undefined,
): PrivateKey {
  const curve = CURVES[spec];
  if (curve) {
    const { scalar } = ecKeyFromRandom(curve, seededBytes(seed, purpose, ecRandomLength(curve)));
    return { algorithm: curve, scalar };
  }
  const lattice = LATTICES[spec];
  if (lattice) return { algorithm: lattice.name, seed: seededBytes(seed, purpose, lattice.seedLength) };
  if (spec === 'ECC_NIST_EDWARDS25519') {
    return { algorithm: 'Ed25519', seed: seededBytes(seed, purpose, ED25519_LENGTH) };
  }
  const bits = rsaBitsOf(spec);
  needs(bits, `${spec} has no private key`);
  const stream = seededStream(seed, purpose);
  const known = counters && { p: counters[0], q: counters[1] };
  return { algorithm: 'RSA', key: known ? rebuildRsa(bits, stream, known) : generateRsa(bits, stream).key };
}

/** The search of an RSA spec, once; nothing for the others, whose keys need none. */
export function searchPrimes(seed: string, purpose: string, spec: KeySpec): PrimeCounters | undefined {
  const bits = rsaBitsOf(spec);
  if (!bits) return undefined;
  const { counters } = generateRsa(bits, seededStream(seed, purpose));
  return [counters.p, counters.q];
}

/** Both halves of a key, ready to compute with. */
export interface KeyPair {
  readonly privateKey: PrivateKey;
  readonly publicKey: PublicKey;
  /** ML-DSA and ML-KEM: what their seed expands to. */
  readonly secretKey?: Uint8Array;
}

export function keyPairOf(privateKey: PrivateKey): KeyPair {
  if (privateKey.algorithm === 'RSA') {
    const { n, e } = privateKey.key;
    return { privateKey, publicKey: { algorithm: 'RSA', key: { n, e } } };
  }
  if ('scalar' in privateKey) {
    const { algorithm, scalar } = privateKey;
    const { point } = ecPublicKey({ curve: algorithm, scalar });
    return { privateKey, publicKey: { algorithm, point } };
  }
  const { algorithm, seed } = privateKey;
  if (algorithm === 'Ed25519') return { privateKey, publicKey: { algorithm, bytes: ed25519PublicKey(seed) } };
  const pair = isMlDsa(algorithm) ? mlDsaKeyFromSeed(algorithm, seed) : mlKemKeyFromSeed(algorithm, seed);
  return { privateKey, publicKey: { algorithm, bytes: pair.publicKey }, secretKey: pair.secretKey };
}

export function isMlDsa(name: MlDsaName | MlKemName): name is MlDsaName {
  return name.startsWith('ML-DSA');
}

function rsaBitsOf(spec: KeySpec): RsaBits | undefined {
  return spec.startsWith('RSA_') ? (Number(spec.slice(4)) as RsaBits) : undefined;
}

export const CURVES: Readonly<Partial<Record<KeySpec, CurveName>>> = {
  ECC_NIST_P256: 'P-256',
  ECC_NIST_P384: 'P-384',
  ECC_NIST_P521: 'P-521',
  ECC_SECG_P256K1: 'secp256k1',
};

interface Lattice {
  readonly name: MlDsaName | MlKemName;
  readonly seedLength: number;
}

const LATTICES: Readonly<Partial<Record<KeySpec, Lattice>>> = {
  ML_DSA_44: { name: 'ML-DSA-44', seedLength: ML_DSA_SEED_LENGTH },
  ML_DSA_65: { name: 'ML-DSA-65', seedLength: ML_DSA_SEED_LENGTH },
  ML_DSA_87: { name: 'ML-DSA-87', seedLength: ML_DSA_SEED_LENGTH },
  ML_KEM_512: { name: 'ML-KEM-512', seedLength: ML_KEM_SEED_LENGTH },
  ML_KEM_768: { name: 'ML-KEM-768', seedLength: ML_KEM_SEED_LENGTH },
  ML_KEM_1024: { name: 'ML-KEM-1024', seedLength: ML_KEM_SEED_LENGTH },
};
