import { type Bytes, concatBytes, encodeBase64 } from '../../../base';
import {
  type CurveName,
  digest,
  type EcPrivateKey,
  ecdsaSign,
  ecKeyFromRandom,
  ecPublicKey,
  ecRandomLength,
  type HashName,
} from '../../../crypto';
import { derToRaw } from './der-to-raw';

/** Where chance comes from while a command runs; a run that is opened again has to make the same messages. */
let chance: (length: number) => Uint8Array = refuse;

function refuse(): never {
  throw new Error('the Encryption SDK asked for chance while no command was running');
}

/** Runs `work` with chance that follows from the run's seed. */
export async function withChance<T>(
  source: (length: number) => Uint8Array,
  work: () => Promise<T>,
): Promise<T> {
  chance = source;
  try {
    return await work();
  } finally {
    chance = refuse;
  }
}

/** Private keys made here, by the handle the Encryption SDK holds. */
const scalars = new WeakMap<CryptoKey, EcPrivateKey>();

/**
 * The browser's cryptography with seeded chance. The Encryption SDK draws message ids and the key pair that signs
 * a message itself; the pair's public half goes to KMS in the encryption context, so it must not differ when a run
 * is played again. All else is the browser's own.
 */
export function seededCrypto(): Pick<Crypto, 'getRandomValues'> & { readonly subtle: Partial<SubtleCrypto> } {
  const { subtle } = globalThis.crypto;
  const own = {
    generateKey: (algorithm: EcKeyGenParams, extractable: boolean, usages: KeyUsage[]) =>
      algorithm.name === 'ECDSA'
        ? signingPair(algorithm.namedCurve as CurveName)
        : subtle.generateKey(algorithm, extractable, usages),
    sign: async (algorithm: EcdsaParams, key: CryptoKey, data: Uint8Array<ArrayBuffer>) => {
      const scalar = scalars.get(key);
      return scalar
        ? signed(scalar, hashName(algorithm), new Uint8Array(data))
        : subtle.sign(algorithm, key, data);
    },
  };
  const passedOn = [
    'decrypt',
    'deriveBits',
    'deriveKey',
    'digest',
    'encrypt',
    'exportKey',
    'importKey',
    'verify',
  ] as const;
  const rest = Object.fromEntries(passedOn.map((name) => [name, subtle[name].bind(subtle)]));
  return {
    getRandomValues: <T extends ArrayBufferView | null>(array: T) => {
      if (array)
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(chance(array.byteLength));
      return array;
    },
    subtle: { ...rest, ...own } as Partial<SubtleCrypto>,
  };
}

async function signingPair(curve: CurveName): Promise<CryptoKeyPair> {
  const { subtle } = globalThis.crypto;
  const key = ecKeyFromRandom(curve, chance(ecRandomLength(curve)) as Bytes);
  const { point } = ecPublicKey(key);
  const algorithm = { name: 'ECDSA', namedCurve: curve };
  const size = (point.length - 1) / 2;
  const jwk = {
    kty: 'EC',
    crv: curve,
    x: base64Url(point.slice(1, 1 + size)),
    y: base64Url(point.slice(1 + size)),
    d: base64Url(key.scalar),
  };
  const privateKey = await subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
  const publicKey = await subtle.importKey('raw', new Uint8Array(point), algorithm, true, ['verify']);
  scalars.set(privateKey, key);
  return { privateKey, publicKey };
}

function signed(key: EcPrivateKey, hash: HashName, data: Bytes): ArrayBuffer {
  const der = ecdsaSign(key, digest(hash, data), chance(32) as Bytes);
  return concatBytes(...derToRaw(der, key.scalar.length)).buffer;
}

function hashName({ hash }: EcdsaParams): HashName {
  return (typeof hash === 'string' ? hash : hash.name) as HashName;
}

function base64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
