import { KEY_SPECS, type KeySpec } from './key-specs';

/** Millionths of a US dollar: the smallest price of a request is 3 of them. */
export type MicroDollars = number;
export const DOLLAR: MicroDollars = 1_000_000;

/**
 * US dollars, us-east-1 and most commercial Regions. fact: kms-engine 13, checked 2026-11-22
 * assumed: ML-DSA and ML-KEM requests cost what asymmetric ones do (kms-engine 13 has no figure)
 */
export const KEY_PRICES = {
  /** Each customer managed key of any kind, each member of a multi-Region set. */
  keyPerMonth: DOLLAR,
  /** Each of a key's first rotations; later ones cost nothing. */
  rotationPerMonth: DOLLAR,
  paidRotations: 2,
} as const;

/** assumed: a month has 730 hours, as AWS's own calculator counts; prices by the month are prorated */
export const MONTH_MS = 730 * 3_600_000;

export type PriceClass = 'symmetric' | 'rsa-2048' | 'asymmetric' | 'ecc-pair' | 'rsa-pair';

export interface RequestPrice {
  readonly label: string;
  readonly perRequest: MicroDollars;
  /** Whether the free requests of a month may be of this sort. */
  readonly free: boolean;
}

/** fact: kms-engine 13, checked 2026-11-22 (prices per 10,000: 0.03, 0.03, 0.15, 0.10, 12.00) */
export const REQUEST_PRICES: Readonly<Record<PriceClass, RequestPrice>> = {
  symmetric: { label: 'symmetric, HMAC and management requests', perRequest: 3, free: true },
  'rsa-2048': { label: 'requests with RSA_2048 keys', perRequest: 3, free: false },
  asymmetric: { label: 'requests with other asymmetric keys', perRequest: 15, free: false },
  'ecc-pair': { label: 'GenerateDataKeyPair of ECC pairs', perRequest: 10, free: false },
  'rsa-pair': { label: 'GenerateDataKeyPair of RSA pairs', perRequest: 1200, free: false },
};

/** A month, an account, all Regions together. fact: kms-engine 13, checked 2026-11-22 */
export const FREE_REQUESTS = 20_000;

/** Operations that use a key's material or public half. assumed: the others cost the same whatever the key */
const USES_MATERIAL = new Set([
  'Decrypt',
  'DeriveSharedSecret',
  'Encapsulate',
  'Decapsulate',
  'Encrypt',
  'GetPublicKey',
  'ReEncrypt',
  'Sign',
  'Verify',
]);

/** What a request costs: by the pair it makes, or by the key it uses. */
export function priceClassOf(
  operation: string,
  keySpec: string | undefined,
  keyPairSpec: string | undefined,
): PriceClass {
  if (operation.startsWith('GenerateDataKeyPair')) return pairClass(keyPairSpec ?? '');
  const spec = keySpec !== undefined && Object.hasOwn(KEY_SPECS, keySpec) ? (keySpec as KeySpec) : undefined;
  const family = spec ? KEY_SPECS[spec].family : 'symmetric';
  if (family === 'symmetric' || family === 'hmac' || !USES_MATERIAL.has(operation)) return 'symmetric';
  return spec === 'RSA_2048' ? 'rsa-2048' : 'asymmetric';
}

function pairClass(keyPairSpec: string): PriceClass {
  if (keyPairSpec.startsWith('RSA_')) return 'rsa-pair';
  return keyPairSpec.startsWith('ML_KEM') ? 'asymmetric' : 'ecc-pair';
}
