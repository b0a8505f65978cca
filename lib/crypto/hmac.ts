import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import type { Bytes } from '../base';
import { equalBytes } from '../base';
import { type HashName, hashFunction } from './hashes';

/** HMAC (FIPS 198-1, RFC 2104): as many bytes as the hash gives, whatever the length of the key. */
export function hmac(hash: HashName, key: Bytes, message: Bytes): Bytes {
  return nobleHmac(hashFunction(hash), key, message);
}

/** Whether `mac` is the whole HMAC of the message; a shortened one is not. */
export function verifyHmac(hash: HashName, key: Bytes, message: Bytes, mac: Bytes): boolean {
  return equalBytes(hmac(hash, key, message), mac);
}
