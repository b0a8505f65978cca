import { seededCrypto } from './seeded-crypto';

export type Sdk = typeof import('@aws-crypto/client-browser');

let loading: Promise<Sdk> | undefined;

/** The AWS Encryption SDK for JavaScript, unmodified, loaded when first asked for. */
export function encryptionSdk(): Promise<Sdk> {
  loading ??= load();
  return loading;
}

/** While it loads the library looks once for a window and keeps its cryptography; it is given the seeded one. */
async function load(): Promise<Sdk> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
  Object.defineProperty(globalThis, 'window', { value: { crypto: seededCrypto() }, configurable: true });
  try {
    return await import('@aws-crypto/client-browser');
  } finally {
    if (before) Object.defineProperty(globalThis, 'window', before);
    else Reflect.deleteProperty(globalThis, 'window');
  }
}
