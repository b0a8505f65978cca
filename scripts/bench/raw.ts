import { gcm } from '@noble/ciphers/aes.js';
import { seededBytes, utf8ToBytes } from '../../lib/base';

/**
 * What the same bytes cost without KMS around them: one noble AES-256-GCM call on 32 bytes with the context as
 * additional data and a fresh nonce.
 */
export function rawCipher(context: Readonly<Record<string, string>>) {
  const key = seededBytes('bench', 'raw key', 32);
  const aad = utf8ToBytes(JSON.stringify(context));
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
  const open = () => gcm(key, fixedNonce, aad).decrypt(sealed);
  const seal = (bytes: Uint8Array) => gcm(key, freshNonce(), aad).encrypt(bytes);
  return {
    encrypt: () => void seal(plaintext),
    decrypt: () => void open(),
    reEncrypt: () => void seal(open()),
    dataKey: () => void seal(seededBytes('bench', `data key ${count}`, 32)),
  };
}
