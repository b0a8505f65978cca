import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '../../../base';
import type { SseAlgorithm } from '../records/bucket';

/** MD5 of the plaintext under SSE-S3; under KMS keys 32 digits that tell nothing about it. */
export function etagOf(algorithm: SseAlgorithm, body: Uint8Array, random: Uint8Array): string {
  return `"${bytesToHex(algorithm === 'AES256' ? md5(body) : random)}"`;
}
