import { gcm } from '@noble/ciphers/aes.js';
import { concatBytes, seededBytes } from '../../lib/base';
import { contextBytes } from '../../lib/kms/hsm/context';

/**
 * What the same bytes cost without KMS around them: one noble AES-256-GCM call on 32 bytes with the same context
 * as additional data and a fresh nonce.
 */
export function rawCipher(context: Readonly<Record<string, string>>) {
  const key = seededBytes('bench', 'raw key', 32);
  const aad = concatBytes(contextBytes(context));
  const plaintext = new Uint8Array(32);
  const nonce = new Uint8Array(12);
  let count = 0;
  const freshNonce = () => {
    count += 1;
    new DataView(nonce.buffer).setUint32(0, count);
    return nonce;
  };
  const fixedNonce = new Uint8Array(12);
  const sealed = gcm(key, fixedNonce, aad).encrypt(plaintext);
  return {
    encrypt: () => void gcm(key, freshNonce(), aad).encrypt(plaintext),
    decrypt: () => void gcm(key, fixedNonce, aad).decrypt(sealed),
    dataKey: () => {
      const fresh = seededBytes('bench', `data key ${count}`, 32);
      gcm(key, freshNonce(), aad).encrypt(fresh);
    },
  };
}
