import { _compress } from '@noble/hashes/blake2.js';
import { blake3 } from '@noble/hashes/blake3.js';
import type { Bytes } from './bytes';
import { bytesToHex, utf8ToBytes } from './bytes';

/**
 * Bytes that depend on nothing but their arguments: BLAKE3 keyed with the seed, over the purpose. Different
 * purposes give unrelated bytes; a longer answer begins with the shorter one. Whoever knows the seed knows
 * every byte, so nothing made here is a secret.
 */
export function seededBytes(seed: string, purpose: string, length: number): Uint8Array<ArrayBuffer> {
  const key = keyOfSeed(seed);
  if (length <= BLOCK && loadShortAscii(purpose)) return oneBlock(key.words, purpose.length, length);
  return new Uint8Array(blake3(utf8ToBytes(purpose), { key: key.bytes, dkLen: length }));
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

type EightWords = readonly [number, number, number, number, number, number, number, number];

interface SeedKey {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same as little-endian words. */
  readonly words: EightWords;
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

function littleEndianWords(bytes: Bytes): EightWords {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: 8 }, (_, i) => view.getInt32(4 * i, true)) as unknown as EightWords;
}

/*
 * The short way. Nearly every purpose and every answer fits one BLAKE3 block, which is then a single call of the
 * compression function: more than twice the speed of the general hash. The tests hold it against that hash.
 */
const BLOCK = 64;
const KEYED_HASH_OF_ONE_BLOCK = 1 | 2 | 8 | 16; // CHUNK_START, CHUNK_END, ROOT, KEYED_HASH
const BLAKE3_IV = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a] as const;

/** The order in which each of the seven rounds reads the sixteen message words. */
const SCHEDULE: Uint8Array<ArrayBuffer> = (() => {
  const permutation = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];
  const rounds: number[] = [];
  let row = Array.from({ length: 16 }, (_, i) => i);
  for (let round = 0; round < 7; round++) {
    rounds.push(...row);
    row = permutation.map((i) => row[i] as number);
  }
  return Uint8Array.from(rounds);
})();

const message = new Uint32Array(16);
const output = new DataView(new ArrayBuffer(BLOCK));
const outputBytes = new Uint8Array(output.buffer);

/** Puts the text into `message`; false when it is longer than a block or not ASCII. */
function loadShortAscii(text: string): boolean {
  if (text.length > BLOCK) return false;
  message.fill(0);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return false;
    message[i >> 2] = (message[i >> 2] as number) | (code << ((i & 3) << 3));
  }
  return true;
}

/** The first `length` bytes of the keyed hash of `message`. */
function oneBlock(key: EightWords, messageLength: number, length: number): Uint8Array<ArrayBuffer> {
  const v = _compress(
    SCHEDULE,
    0,
    message,
    7,
    ...key,
    ...BLAKE3_IV,
    0,
    0,
    messageLength,
    KEYED_HASH_OF_ONE_BLOCK,
  );
  output.setUint32(0, v.v0 ^ v.v8, true);
  output.setUint32(4, v.v1 ^ v.v9, true);
  output.setUint32(8, v.v2 ^ v.v10, true);
  output.setUint32(12, v.v3 ^ v.v11, true);
  output.setUint32(16, v.v4 ^ v.v12, true);
  output.setUint32(20, v.v5 ^ v.v13, true);
  output.setUint32(24, v.v6 ^ v.v14, true);
  output.setUint32(28, v.v7 ^ v.v15, true);
  output.setUint32(32, key[0] ^ v.v8, true);
  output.setUint32(36, key[1] ^ v.v9, true);
  output.setUint32(40, key[2] ^ v.v10, true);
  output.setUint32(44, key[3] ^ v.v11, true);
  output.setUint32(48, key[4] ^ v.v12, true);
  output.setUint32(52, key[5] ^ v.v13, true);
  output.setUint32(56, key[6] ^ v.v14, true);
  output.setUint32(60, key[7] ^ v.v15, true);
  return outputBytes.slice(0, length);
}
