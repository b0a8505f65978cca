import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { shake256 } from '@noble/hashes/sha3.js';
import type { Bytes } from '../base';

export type HashName = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

const HASHES = {
  'SHA-1': sha1,
  'SHA-224': sha224,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
} as const;

/** Bytes in the digest of each hash. */
export const DIGEST_LENGTHS: Readonly<Record<HashName, number>> = {
  'SHA-1': 20,
  'SHA-224': 28,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
};

export function digest(hash: HashName, message: Bytes): Bytes {
  return HASHES[hash](message);
}

/** SHAKE256 (FIPS 202) with `length` bytes of output. */
export function shake256Digest(message: Bytes, length: number): Bytes {
  return shake256(message, { dkLen: length });
}

/** The noble function behind a name, for the families that hand it on. Stays inside this folder. */
export function hashFunction(hash: HashName): (typeof HASHES)[HashName] {
  return HASHES[hash];
}
