import { blake3 } from '@noble/hashes/blake3.js';
import { keyedBlock } from './blake3-block';
import type { Bytes } from './bytes';
import { bytesToHex, utf8ToBytes } from './bytes';

/**
 * Bytes that depend on nothing but their arguments: BLAKE3 keyed with the seed, over the purpose. Different
 * purposes give unrelated bytes; a longer answer begins with the shorter one. Whoever knows the seed knows
 * every byte, so nothing made here is a secret.
 */
export function seededBytes(seed: string, purpose: string, length: number): Uint8Array<ArrayBuffer> {
  const key = keyOfSeed(seed);
  return (
    keyedBlock(key.words, purpose, length) ??
    new Uint8Array(blake3(utf8ToBytes(purpose), { key: key.bytes, dkLen: length }))
  );
}

/** The same bytes as `seededBytes`, taken piece by piece for searches that cannot say how much they need. */
export interface SeededStream {
  /** The next `length` bytes. */
  next(length: number): Uint8Array<ArrayBuffer>;
}

export function seededStream(seed: string, purpose: string): SeededStream {
  const state = blake3.create({ key: keyOfSeed(seed).bytes }).update(utf8ToBytes(purpose));
  return { next: (length) => state.xofInto(new Uint8Array(length)) as Uint8Array<ArrayBuffer> };
}

/** One purpose out of several parts; two different lists never give the same purpose. */
export function purposeOf(...parts: readonly (string | number)[]): string {
  let purpose = '';
  for (const part of parts) purpose += `/${typeof part === 'number' ? part : escapePart(part)}`;
  return purpose;
}

function escapePart(part: string): string {
  return part.includes('/') || part.includes('~') ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part;
}

/** A version 4 UUID (RFC 9562, section 5.4) out of 16 random bytes. */
export function uuidOf(bytes: Bytes): string {
  if (bytes.length !== 16) throw new Error(`uuid: expected 16 bytes, found ${bytes.length}`);
  const own = Uint8Array.from(bytes);
  own[6] = ((own[6] as number) & 0x0f) | 0x40;
  own[8] = ((own[8] as number) & 0x3f) | 0x80;
  const hex = bytesToHex(own);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

interface SeedKey {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same as little-endian words. */
  readonly words: Int32Array;
}

const SEED_KEY_CONTEXT = utf8ToBytes('2026-11-22 seeded lab bytes, key of a seed');
const CACHED_SEEDS = 64;
const seedKeys = new Map<string, SeedKey>();

function keyOfSeed(seed: string): SeedKey {
  const known = seedKeys.get(seed);
  if (known) return known;
  const bytes = new Uint8Array(blake3(utf8ToBytes(seed), { context: SEED_KEY_CONTEXT }));
  const key = { bytes, words: littleEndianWords(bytes) };
  if (seedKeys.size >= CACHED_SEEDS) seedKeys.clear();
  seedKeys.set(seed, key);
  return key;
}

function littleEndianWords(bytes: Bytes): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Int32Array.from({ length: 8 }, (_, i) => view.getInt32(4 * i, true));
}
