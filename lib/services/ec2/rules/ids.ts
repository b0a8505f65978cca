import type { Call } from '../../../aws';
import { bytesToHex } from '../../../base';

/** `vol-0` and sixteen more hex digits: the form of all of EC2's ids. */
export function newId(call: Call<object>, prefix: 'vol' | 'snap' | 'i' | 'r', purpose = ''): string {
  return `${prefix}-0${bytesToHex(call.random(`${prefix}${purpose}`, 8))}`;
}

/** A copy belongs to no volume, and every copy says so with the same id. */
export const NO_VOLUME = 'vol-ffffffff';
