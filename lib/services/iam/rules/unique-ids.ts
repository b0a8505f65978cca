import { encodeBase64 } from '../../../base';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Lengths of the random part, in bytes to draw. */
export const UNIQUE_ID_BYTES = 17;
export const ACCESS_KEY_BYTES = 10;
export const SECRET_BYTES = 30;

/** `AIDA`, `AROA`, `AGPA` or `ANPA` and seventeen characters. */
export function uniqueId(prefix: string, bytes: Uint8Array): string {
  return prefix + Array.from(bytes.subarray(0, UNIQUE_ID_BYTES), (byte) => BASE32.charAt(byte & 31)).join('');
}

/**
 * An access key id as AWS makes them today: sixteen characters of base32 whose first 48 bits carry the
 * account, shifted by seven. assumed: documented by observation only
 */
export function accessKeyIdOf(prefix: 'AKIA' | 'ASIA', account: string, bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, ACCESS_KEY_BYTES)) bits = (bits << 8n) | BigInt(byte);
  const random = bits & ~(ACCOUNT_MASK << ACCOUNT_SHIFT);
  bits = FIRST_BIT | random | (BigInt(account) << ACCOUNT_SHIFT);
  let id = '';
  for (let i = 15n; i >= 0n; i--) id += BASE32.charAt(Number((bits >> (5n * i)) & 31n));
  return prefix + id;
}

/** The account inside an access key id; undefined for texts that are none. */
export function accountOfAccessKeyId(id: string): string | undefined {
  if (!/^A[KS]IA[A-Z2-7]{16}$/.test(id)) return undefined;
  let bits = 0n;
  for (const char of id.slice(4)) bits = (bits << 5n) | BigInt(BASE32.indexOf(char));
  const account = (bits >> ACCOUNT_SHIFT) & ACCOUNT_MASK;
  return account < 10n ** 12n ? String(account).padStart(12, '0') : undefined;
}

// 80 bits: one set, 40 of the account, 39 random.
const ACCOUNT_SHIFT = 39n;
const ACCOUNT_MASK = (1n << 40n) - 1n;
const FIRST_BIT = 1n << 79n;

/** Forty characters. */
export function secretOf(bytes: Uint8Array): string {
  return encodeBase64(bytes.subarray(0, SECRET_BYTES));
}
