import type { AwsWorld, Call } from '../../aws';
import {
  concatBytes,
  decodeBase64,
  encodeBase64,
  needs,
  purposeOf,
  seededBytes,
  utf8ToBytes,
} from '../../base';
import { prepareAesGcm } from '../../crypto';

const NONCE_LENGTH = 12;

/** S3's own keys, one for each purpose. They belong to S3, cost nothing and are nowhere to be seen. */
export function ownedKey(world: AwsWorld, purpose: string): Uint8Array {
  return seededBytes(world.seed, purposeOf('s3-owned-key', purpose), 32);
}

/** Nonce, ciphertext and tag. */
export function seal(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, binding: string): Uint8Array {
  return concatBytes(nonce, prepareAesGcm(key).seal(nonce, plaintext, utf8ToBytes(binding)));
}

export function open(key: Uint8Array, sealed: Uint8Array, binding: string): Uint8Array {
  const nonce = sealed.subarray(0, NONCE_LENGTH);
  const plaintext = prepareAesGcm(key).open(nonce, sealed.subarray(NONCE_LENGTH), utf8ToBytes(binding));
  needs(plaintext, 'what S3 sealed it can open with the same key');
  return plaintext;
}

export function sealOwned(call: Call<object>, purpose: string, plaintext: Uint8Array): string {
  const nonce = call.random(`nonce/${purpose}`, NONCE_LENGTH);
  return encodeBase64(seal(ownedKey(call.world, purpose), nonce, plaintext, purpose));
}

export function openOwned(world: AwsWorld, purpose: string, sealed: string): Uint8Array {
  const bytes = decodeBase64(sealed);
  needs(bytes, 'sealed bytes are kept as base64');
  return open(ownedKey(world, purpose), bytes, purpose);
}
