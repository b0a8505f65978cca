import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import { type Bytes, equalBytes } from '../base';
import { type HashName, hashFunction } from './hashes';

/** An HMAC key made ready once, to be used for many messages. */
export interface HmacKey {
  /** HMAC (FIPS 198-1, RFC 2104): as many bytes as the hash gives, whatever the length of the key. */
  mac(message: Bytes): Bytes;
  /** Whether `mac` is the whole HMAC of the message; a shortened one is not. */
  verify(message: Bytes, mac: Bytes): boolean;
}

/** What is asked of noble's HMAC here. */
interface Hashing {
  _cloneInto(to?: Hashing): Hashing;
  update(message: Bytes): Hashing;
  digest(): Bytes;
}

/** Where each hash works: what a key left behind is copied here first, so no message leaves anything to the next. */
const benches = new Map<HashName, Hashing>();

/** What the two hashes make of the key is computed beforehand, which for a short message is half of the work. */
export function prepareHmac(hash: HashName, key: Bytes): HmacKey {
  const keyed: Hashing = nobleHmac.create(hashFunction(hash), key);
  const mac = (message: Bytes) => {
    const bench = keyed._cloneInto(benches.get(hash));
    benches.set(hash, bench);
    return bench.update(message).digest();
  };
  return { mac, verify: (message, given) => equalBytes(mac(message), given) };
}

/** The same for a key that is used once. */
export function hmac(hash: HashName, key: Bytes, message: Bytes): Bytes {
  return nobleHmac(hashFunction(hash), key, message);
}
