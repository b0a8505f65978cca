import type { Bytes } from '../base';
import {
  algorithmIdentifier,
  isCurveName,
  isMlDsaName,
  isMlKemName,
  readAlgorithmIdentifier,
} from './algorithm-ids';
import { derBitString, derInteger, derSequence, readBitString, readInteger, readSequence } from './der';
import { type CurveName, isEcPublicKey } from './ec';
import { isEd25519PublicKey } from './ed25519';
import { ML_DSA_LENGTHS, type MlDsaName } from './ml-dsa';
import { isMlKemPublicKey, type MlKemName } from './ml-kem';
import type { RsaPublicKey } from './rsa';

/** A public key as DER SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7) can hold it. */
export type PublicKey =
  | { readonly algorithm: 'RSA'; readonly key: RsaPublicKey }
  | { readonly algorithm: CurveName; readonly point: Bytes }
  | { readonly algorithm: 'Ed25519' | MlDsaName | MlKemName; readonly bytes: Bytes };

/** A parsed key, or the reason why the bytes are none. */
export type KeyReading<Key> =
  | { readonly ok: true; readonly key: Key }
  | { readonly ok: false; readonly reason: string };

export function encodeSpki(key: PublicKey): Bytes {
  return derSequence(algorithmIdentifier(key.algorithm), derBitString(publicKeyBits(key)));
}

function publicKeyBits(key: PublicKey): Bytes {
  if (key.algorithm === 'RSA') return derSequence(derInteger(key.key.n), derInteger(key.key.e));
  return 'point' in key ? key.point : key.bytes;
}

/** Reads strict DER, and of the key itself whatever can be checked without its other half. Keeps no hold of the bytes. */
export function parseSpki(spki: Bytes): KeyReading<PublicKey> {
  const elements = readSequence(Uint8Array.from(spki));
  if (elements?.length !== 2) return refuse('a DER SubjectPublicKeyInfo was expected');
  const algorithm = readAlgorithmIdentifier(elements[0]);
  if (!algorithm) return refuse('the algorithm or the curve is not known');
  const bits = readBitString(elements[1]);
  if (!bits) return refuse('the public key is not a bit string of whole bytes');
  if (algorithm === 'RSA') return parseRsaPublicKey(bits);
  if (isCurveName(algorithm)) {
    const isPoint = isEcPublicKey({ curve: algorithm, point: bits });
    return isPoint
      ? { ok: true, key: { algorithm, point: bits } }
      : refuse(`the point is not on ${algorithm}`);
  }
  if (isMlKemName(algorithm) ? isMlKemPublicKey(algorithm, bits) : hasRightForm(algorithm, bits)) {
    return { ok: true, key: { algorithm, bytes: bits } };
  }
  return refuse(`the bytes are no ${algorithm} public key`);
}

function hasRightForm(algorithm: 'Ed25519' | MlDsaName, bytes: Bytes): boolean {
  if (isMlDsaName(algorithm)) return bytes.length === ML_DSA_LENGTHS[algorithm].publicKey;
  return isEd25519PublicKey(bytes);
}

function parseRsaPublicKey(bits: Bytes): KeyReading<PublicKey> {
  const numbers = readSequence(bits);
  const [n, e] = [readInteger(numbers?.[0]), readInteger(numbers?.[1])];
  if (numbers?.length !== 2 || n === undefined || e === undefined)
    return refuse('the RSA key is not two integers');
  const isUsable = n % 2n === 1n && e % 2n === 1n && e > 1n && e < n;
  return isUsable
    ? { ok: true, key: { algorithm: 'RSA', key: { n, e } } }
    : refuse('the RSA numbers make no key');
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
