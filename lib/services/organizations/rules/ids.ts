import type { Call } from '../../../aws';
import type { AccountDirectory } from '../ports';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The random part of an id: lower-case letters and digits. */
export function randomId<I>(call: Call<I>, purpose: string, length: number): string {
  const bytes = call.random(`organizations/${purpose}`, length);
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** Twelve digits that no account has. */
export function freshAccountId<I>(call: Call<I>, directory: AccountDirectory): string {
  for (let attempt = 0; ; attempt++) {
    const bytes = call.random(`organizations/account/${attempt}`, 6);
    const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    const id = String(number % 10 ** 12).padStart(12, '0');
    if (!directory.account(call.world, id)) return id;
  }
}
