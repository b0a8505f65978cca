import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '../../../base';

/** MD5 of a body, by which a client checks what arrived. */
export function bodyDigest(body: string): string {
  return bytesToHex(md5(utf8ToBytes(body)));
}
