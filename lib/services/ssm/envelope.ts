import { concatBytes, needs, utf8ToBytes } from '../../base';
import { prepareAesGcm } from '../../crypto';

export const NONCE_LENGTH = 12;
const LENGTH_BYTES = 2;

/**
 * An advanced parameter's envelope: the wrapped data key and what it encrypts, in one piece. KMS cannot read it.
 * fact: services 1, 6. differs: AWS uses the message format of the Encryption SDK (services 8), the lab a shorter one
 */
export function packEnvelope(
  key: { readonly plaintext: Uint8Array; readonly wrapped: Uint8Array },
  nonce: Uint8Array,
  value: Uint8Array,
  binding: string,
): Uint8Array {
  const { wrapped } = key;
  const length = new Uint8Array([wrapped.length >> 8, wrapped.length & 0xff]);
  const sealed = prepareAesGcm(key.plaintext).seal(nonce, value, utf8ToBytes(binding));
  return concatBytes(length, wrapped, nonce, sealed);
}

export function wrappedKeyOf(envelope: Uint8Array): Uint8Array {
  return envelope.subarray(LENGTH_BYTES, LENGTH_BYTES + lengthOf(envelope));
}

export function openEnvelope(key: Uint8Array, envelope: Uint8Array, binding: string): Uint8Array {
  const start = LENGTH_BYTES + lengthOf(envelope);
  const nonce = envelope.subarray(start, start + NONCE_LENGTH);
  const value = prepareAesGcm(key).open(nonce, envelope.subarray(start + NONCE_LENGTH), utf8ToBytes(binding));
  needs(value, 'what a data key sealed it opens');
  return value;
}

function lengthOf(envelope: Uint8Array): number {
  return (envelope[0] ?? 0) * 256 + (envelope[1] ?? 0);
}
