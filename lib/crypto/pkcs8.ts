import { type Bytes, equalBytes } from '../base';
import {
  algorithmIdentifier,
  isCurveName,
  isMlDsaName,
  isMlKemName,
  readAlgorithmIdentifier,
} from './algorithm-ids';
import {
  contextTag,
  type DerElement,
  der,
  derBitString,
  derInteger,
  derOctetString,
  derSequence,
  readBitString,
  readDer,
  readInteger,
  readOctetString,
  readSequence,
  readSingle,
  TAG,
} from './der';
import { type CurveName, type EcPrivateKey, ecPublicKey, isEcPrivateKey } from './ec';
import { ED25519_LENGTH } from './ed25519';
import { ML_DSA_SEED_LENGTH, type MlDsaName } from './ml-dsa';
import { ML_KEM_SEED_LENGTH, type MlKemName } from './ml-kem';
import { isConsistentRsaKey, type RsaPrivateKey } from './rsa';
import type { KeyReading, PublicKey } from './spki';

/** A private key as DER PrivateKeyInfo (RFC 5208) can hold it. Of the lattice families only the seed form exists. */
export type PrivateKey =
  | { readonly algorithm: 'RSA'; readonly key: RsaPrivateKey }
  | { readonly algorithm: CurveName; readonly scalar: Bytes }
  | { readonly algorithm: 'Ed25519' | MlDsaName | MlKemName; readonly seed: Bytes };

const SEED_TAG = contextTag(0, 'primitive');
const CURVE_TAG = contextTag(0, 'constructed');
const POINT_TAG = contextTag(1, 'constructed');

/** @param half the key's public half where it is at hand: a point of a curve takes as long as all else of a key pair. */
export function encodePkcs8(key: PrivateKey, half?: PublicKey): Bytes {
  return derSequence(
    derInteger(0),
    algorithmIdentifier(key.algorithm),
    derOctetString(privateKeyContent(key, half)),
  );
}

function privateKeyContent(key: PrivateKey, half: PublicKey | undefined): Bytes {
  if (key.algorithm === 'RSA') {
    const { n, e, d, p, q, dP, dQ, qInv } = key.key;
    return derSequence(...[0n, n, e, d, p, q, dP, dQ, qInv].map(derInteger));
  }
  if ('scalar' in key) {
    const { point } =
      half && 'point' in half ? half : ecPublicKey({ curve: key.algorithm, scalar: key.scalar });
    return derSequence(derInteger(1), derOctetString(key.scalar), der(POINT_TAG, derBitString(point)));
  }
  // RFC 8410, section 7 wraps the seed in an octet string; RFC 9881 and RFC 9935, section 6, in [0].
  return key.algorithm === 'Ed25519' ? derOctetString(key.seed) : der(SEED_TAG, key.seed);
}

/**
 * Reads strict DER (assumed: BER that is not DER is refused). Attributes behind the key are passed over. A key whose
 * parts contradict each other is none. The key keeps no hold of the bytes given.
 */
export function parsePkcs8(pkcs8: Bytes): KeyReading<PrivateKey> {
  const elements = readSequence(Uint8Array.from(pkcs8));
  if (!elements || elements.length < 3) return refuse('a DER PrivateKeyInfo was expected');
  const version = readInteger(elements[0]);
  if (version !== 0n && version !== 1n) return refuse('the version of the PrivateKeyInfo is not known');
  const algorithm = readAlgorithmIdentifier(elements[1]);
  if (!algorithm) return refuse('the algorithm or the curve is not known');
  const content = readOctetString(elements[2]);
  if (!content) return refuse('the private key is not an octet string');
  if (algorithm === 'RSA') return parseRsaPrivateKey(content);
  if (isCurveName(algorithm)) return parseEcPrivateKey(algorithm, content);
  const seed = readSingle(content, algorithm === 'Ed25519' ? TAG.octetString : SEED_TAG);
  if (seed?.length === seedLength(algorithm)) return { ok: true, key: { algorithm, seed } };
  return refuse(`the bytes are no ${algorithm} seed`);
}

function seedLength(algorithm: 'Ed25519' | MlDsaName | MlKemName): number {
  if (isMlKemName(algorithm)) return ML_KEM_SEED_LENGTH;
  return isMlDsaName(algorithm) ? ML_DSA_SEED_LENGTH : ED25519_LENGTH;
}

function parseRsaPrivateKey(content: Bytes): KeyReading<PrivateKey> {
  const numbers = readSequence(content)?.map(readInteger);
  if (numbers?.length !== 9 || numbers[0] !== 0n || numbers.includes(undefined)) {
    return refuse('the RSA key is not nine integers of version 0');
  }
  const [, n, e, d, p, q, dP, dQ, qInv] = numbers as [bigint, ...RsaNumbers];
  const key = { n, e, d, p, q, dP, dQ, qInv };
  if (!isConsistentRsaKey(key)) return refuse('the RSA numbers contradict each other');
  return { ok: true, key: { algorithm: 'RSA', key } };
}

type RsaNumbers = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

/** ECPrivateKey of RFC 5915: the scalar, then perhaps the curve once more and the public point. */
function parseEcPrivateKey(curve: CurveName, content: Bytes): KeyReading<PrivateKey> {
  const elements = readSequence(content);
  const scalar = readOctetString(elements?.[1]);
  if (!elements || readInteger(elements[0]) !== 1n || !scalar) return refuse('an ECPrivateKey was expected');
  const key: EcPrivateKey = { curve, scalar };
  if (!isEcPrivateKey(key)) return refuse(`the scalar is no ${curve} private key`);
  if (!restFits(key, elements.slice(2))) return refuse('the public point is not that of the private key');
  return { ok: true, key: { algorithm: curve, scalar } };
}

function restFits(key: EcPrivateKey, rest: readonly DerElement[]): boolean {
  return rest.every(({ tag, content }) => {
    if (tag === CURVE_TAG) return true;
    const point = readBitString(readDer(content)?.[0]);
    return tag === POINT_TAG && point !== undefined && equalBytes(point, ecPublicKey(key).point);
  });
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
