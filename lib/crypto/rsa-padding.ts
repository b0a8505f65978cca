import { type Bytes, concatBytes, EMPTY_BYTES, equalBytes, needs, u32be } from '../base';
import { DIGEST_LENGTHS, digest, type HashName } from './hashes';
import {
  type RsaPrivateKey,
  type RsaPublicKey,
  rsaBits,
  rsaPrivateOperation,
  rsaPublicOperation,
  rsaSize,
} from './rsa';

/*
 * The paddings of RFC 8017 as KMS uses them: OAEP with an empty label, PSS with a salt as long as the digest, MGF1
 * with the hash of the padding itself. fact: kms-engine 2.1
 */

/** Bytes that one OAEP ciphertext can carry. fact: kms-engine 2.2 */
export function rsaOaepMaxLength(key: RsaPublicKey, hash: HashName): number {
  return rsaSize(key) - 2 * DIGEST_LENGTHS[hash] - 2;
}

/**
 * @param seed random bytes, as many as the digest has
 * @param message at most `rsaOaepMaxLength` bytes
 */
export function rsaOaepEncrypt(key: RsaPublicKey, hash: HashName, message: Bytes, seed: Bytes): Bytes {
  const limit = rsaOaepMaxLength(key, hash);
  needs(message.length <= limit, `OAEP message: expected at most ${limit} bytes, found ${message.length}`);
  needsLength('OAEP seed', seed, DIGEST_LENGTHS[hash]);
  const filling = new Uint8Array(limit - message.length);
  const block = concatBytes(digest(hash, EMPTY_BYTES), filling, Uint8Array.of(1), message);
  const maskedBlock = xor(block, mgf1(hash, seed, block.length));
  const maskedSeed = xor(seed, mgf1(hash, maskedBlock, seed.length));
  const ciphertext = rsaPublicOperation(key, concatBytes(Uint8Array.of(0), maskedSeed, maskedBlock));
  needs(ciphertext, 'an OAEP block below the modulus');
  return ciphertext;
}

/** The message, or undefined for whatever this key and hash did not encrypt. */
export function rsaOaepDecrypt(key: RsaPrivateKey, hash: HashName, ciphertext: Bytes): Bytes | undefined {
  const hashLength = DIGEST_LENGTHS[hash];
  const encoded = rsaPrivateOperation(key, ciphertext);
  if (!encoded || encoded.length < 2 * hashLength + 2) return undefined;
  const maskedBlock = encoded.subarray(1 + hashLength);
  const seed = xor(encoded.subarray(1, 1 + hashLength), mgf1(hash, maskedBlock, hashLength));
  const block = xor(maskedBlock, mgf1(hash, seed, maskedBlock.length));
  let start = hashLength;
  while (block[start] === 0) start++;
  const isPadded =
    encoded[0] === 0 &&
    block[start] === 1 &&
    equalBytes(block.subarray(0, hashLength), digest(hash, EMPTY_BYTES));
  return isPadded ? block.slice(start + 1) : undefined;
}

/** @param salt random bytes, as many as the digest has */
export function rsaPssSign(key: RsaPrivateKey, hash: HashName, messageDigest: Bytes, salt: Bytes): Bytes {
  needsLength('PSS digest', messageDigest, DIGEST_LENGTHS[hash]);
  needsLength('PSS salt', salt, DIGEST_LENGTHS[hash]);
  return sign(key, encodePss(hash, messageDigest, salt, rsaBits(key) - 1));
}

export function rsaPssVerify(
  key: RsaPublicKey,
  hash: HashName,
  messageDigest: Bytes,
  signature: Bytes,
): boolean {
  needsLength('PSS digest', messageDigest, DIGEST_LENGTHS[hash]);
  const opened = rsaPublicOperation(key, signature);
  if (!opened) return false;
  const bits = rsaBits(key) - 1;
  const encoded = opened.subarray(opened.length - Math.ceil(bits / 8));
  const hashLength = DIGEST_LENGTHS[hash];
  const blockLength = encoded.length - hashLength - 1;
  if (blockLength < hashLength + 1) return false;
  const check = encoded.subarray(blockLength, blockLength + hashLength);
  const block = xor(encoded.subarray(0, blockLength), mgf1(hash, check, blockLength));
  // The salt decides everything else, so the whole encoding is made anew and compared.
  return equalBytes(encodePss(hash, messageDigest, block.subarray(blockLength - hashLength), bits), opened);
}

export function rsaPkcs1Sign(key: RsaPrivateKey, hash: Pkcs1Hash, messageDigest: Bytes): Bytes {
  return sign(key, encodePkcs1(hash, messageDigest, rsaSize(key)));
}

export function rsaPkcs1Verify(
  key: RsaPublicKey,
  hash: Pkcs1Hash,
  messageDigest: Bytes,
  signature: Bytes,
): boolean {
  const opened = rsaPublicOperation(key, signature);
  return opened !== undefined && equalBytes(opened, encodePkcs1(hash, messageDigest, rsaSize(key)));
}

export type Pkcs1Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** The start of the DigestInfo of each hash (RFC 8017, section 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<Pkcs1Hash, readonly number[]>> = {
  'SHA-256': digestInfo(1, 32),
  'SHA-384': digestInfo(2, 48),
  'SHA-512': digestInfo(3, 64),
};

function digestInfo(algorithm: number, length: number): readonly number[] {
  const oid = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, algorithm];
  return [0x30, 17 + length, 0x30, 0x0d, ...oid, 0x05, 0x00, 0x04, length];
}

function encodePkcs1(hash: Pkcs1Hash, messageDigest: Bytes, size: number): Bytes {
  needsLength('PKCS #1 digest', messageDigest, DIGEST_LENGTHS[hash]);
  const info = DIGEST_INFO[hash];
  const encoded = new Uint8Array(size).fill(0xff);
  const separator = size - messageDigest.length - info.length - 1;
  encoded.set([0, 1]);
  encoded[separator] = 0;
  encoded.set(info, separator + 1);
  encoded.set(messageDigest, size - messageDigest.length);
  return encoded;
}

/** EMSA-PSS (RFC 8017, section 9.1.1), filled up to whole bytes of the modulus. */
function encodePss(hash: HashName, messageDigest: Bytes, salt: Bytes, bits: number): Bytes {
  const size = Math.ceil(bits / 8);
  const check = digest(hash, concatBytes(new Uint8Array(8), messageDigest, salt));
  const block = new Uint8Array(size - check.length - 1);
  block[block.length - salt.length - 1] = 1;
  block.set(salt, block.length - salt.length);
  const masked = xor(block, mgf1(hash, check, block.length));
  masked[0] = (masked[0] as number) & (0xff >> (8 * size - bits));
  const padding = new Uint8Array(Math.ceil((bits + 1) / 8) - size);
  return concatBytes(padding, masked, check, Uint8Array.of(0xbc));
}

function sign(key: RsaPrivateKey, encoded: Bytes): Bytes {
  const signature = rsaPrivateOperation(key, encoded);
  needs(signature, 'an encoded digest below the modulus');
  return signature;
}

function mgf1(hash: HashName, seed: Bytes, length: number): Bytes {
  const mask = new Uint8Array(length);
  for (let counter = 0, at = 0; at < length; counter++) {
    const piece = digest(hash, concatBytes(seed, u32be(counter)));
    mask.set(piece.subarray(0, length - at), at);
    at += piece.length;
  }
  return mask;
}

function xor(a: Bytes, b: Bytes): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(a, (byte, i) => byte ^ (b[i] as number));
}

function needsLength(what: string, bytes: Bytes, expected: number): void {
  needs(bytes.length === expected, `${what}: expected ${expected} bytes, found ${bytes.length}`);
}
