import type { Bytes } from '../base';
import { type DerElement, derNull, derOid, derSequence, readDer, readOid, TAG } from './der';
import type { CurveName } from './ec';
import type { MlDsaName } from './ml-dsa';
import type { MlKemName } from './ml-kem';

/** Which kind of key a SubjectPublicKeyInfo or a PrivateKeyInfo holds. */
export type KeyAlgorithm = 'RSA' | CurveName | 'Ed25519' | MlDsaName | MlKemName;

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';

/** The named curves of RFC 5480, section 2.1.1.1, and SEC 2. */
const CURVE_IDS: readonly (readonly [CurveName, string])[] = [
  ['P-256', '1.2.840.10045.3.1.7'],
  ['P-384', '1.3.132.0.34'],
  ['P-521', '1.3.132.0.35'],
  ['secp256k1', '1.3.132.0.10'],
];

/** The algorithms that take no parameters: RFC 8410, RFC 9881, RFC 9935. */
const PLAIN_IDS: readonly (readonly ['Ed25519' | MlDsaName | MlKemName, string])[] = [
  ['Ed25519', '1.3.101.112'],
  ['ML-DSA-44', '2.16.840.1.101.3.4.3.17'],
  ['ML-DSA-65', '2.16.840.1.101.3.4.3.18'],
  ['ML-DSA-87', '2.16.840.1.101.3.4.3.19'],
  ['ML-KEM-512', '2.16.840.1.101.3.4.4.1'],
  ['ML-KEM-768', '2.16.840.1.101.3.4.4.2'],
  ['ML-KEM-1024', '2.16.840.1.101.3.4.4.3'],
];

const ENCODED: ReadonlyMap<KeyAlgorithm, Bytes> = new Map<KeyAlgorithm, Bytes>([
  ['RSA', derSequence(derOid(RSA_ENCRYPTION), derNull())],
  ...CURVE_IDS.map(([name, id]) => [name, derSequence(derOid(EC_PUBLIC_KEY), derOid(id))] as const),
  ...PLAIN_IDS.map(([name, id]) => [name, derSequence(derOid(id))] as const),
]);

/** The AlgorithmIdentifier that announces a key. */
export function algorithmIdentifier(algorithm: KeyAlgorithm): Bytes {
  return ENCODED.get(algorithm) as Bytes;
}

/** Which algorithm an AlgorithmIdentifier announces, or undefined when it is none of ours. */
export function readAlgorithmIdentifier(element: DerElement | undefined): KeyAlgorithm | undefined {
  if (element?.tag !== TAG.sequence) return undefined;
  const [id, parameters, ...rest] = readDer(element.content) ?? [];
  const oid = readOid(id);
  if (rest.length > 0) return undefined;
  if (oid === RSA_ENCRYPTION)
    return parameters?.tag === TAG.null && parameters.content.length === 0 ? 'RSA' : undefined;
  if (oid === EC_PUBLIC_KEY) return CURVE_IDS.find(([, curve]) => curve === readOid(parameters))?.[0];
  return parameters === undefined ? PLAIN_IDS.find(([, plain]) => plain === oid)?.[0] : undefined;
}

export function isCurveName(algorithm: KeyAlgorithm): algorithm is CurveName {
  return CURVE_IDS.some(([name]) => name === algorithm);
}

export function isMlDsaName(algorithm: KeyAlgorithm): algorithm is MlDsaName {
  return algorithm.startsWith('ML-DSA-');
}

export function isMlKemName(algorithm: KeyAlgorithm): algorithm is MlKemName {
  return algorithm.startsWith('ML-KEM-');
}
