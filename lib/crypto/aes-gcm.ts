import { unsafe } from '@noble/ciphers/aes.js';
import { type Bytes, needs } from '../base';

const BLOCK = 16;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const TABLE_LENGTH = 16 * 4;

const { expandKeyLE: expandKey, encrypt: encryptWords } = unsafe;

/** An AES key made ready once, to be used with many nonces. */
export interface AesGcmCipher {
  /** The ciphertext with its 16-byte tag at the end. The nonce has 12 bytes and is never used twice. */
  seal(nonce: Bytes, plaintext: Bytes, additionalData: Bytes): Uint8Array<ArrayBuffer>;
  /** The plaintext, or undefined when key, nonce, additional data, ciphertext and tag do not belong together. */
  open(nonce: Bytes, sealed: Bytes, additionalData: Bytes): Uint8Array<ArrayBuffer> | undefined;
}

/**
 * AES-GCM (NIST SP 800-38D) with what depends on the key alone computed beforehand: the round keys and the
 * multiples of the hash key. Costs about 600 bytes a key, so that thousands of keys in turn still find each other in the
 * processor's cache. The block cipher is noble's, counter and GHASH are ours.
 *
 * @param key 16, 24 or 32 bytes
 */
export function prepareAesGcm(key: Bytes): AesGcmCipher {
  return new PreparedKey(expandKey(Uint8Array.from(key)));
}

/** Round keys and table lie side by side: where there are many keys, what counts is how far apart things are. */
class PreparedKey implements AesGcmCipher {
  private readonly roundKeys: Uint32Array;
  private readonly table: Int32Array;

  constructor(expanded: Uint32Array) {
    const together = new ArrayBuffer(4 * (expanded.length + TABLE_LENGTH));
    this.roundKeys = new Uint32Array(together, 0, expanded.length);
    this.roundKeys.set(expanded);
    this.table = new Int32Array(together, 4 * expanded.length);
    const h = encryptWords(expanded, 0, 0, 0, 0);
    writeMultiples(this.table, swap(h.s0), swap(h.s1), swap(h.s2), swap(h.s3));
  }

  seal(nonce: Bytes, plaintext: Bytes, additionalData: Bytes): Uint8Array<ArrayBuffer> {
    const { roundKeys, table } = this;
    const out = new Uint8Array(plaintext.length + TAG_LENGTH);
    applyCounter(roundKeys, nonce, plaintext, plaintext.length, out);
    computeTag(roundKeys, table, nonce, additionalData, out, plaintext.length);
    putWord(out, plaintext.length, y0);
    putWord(out, plaintext.length + 4, y1);
    putWord(out, plaintext.length + 8, y2);
    putWord(out, plaintext.length + 12, y3);
    return out;
  }

  open(nonce: Bytes, sealed: Bytes, additionalData: Bytes): Uint8Array<ArrayBuffer> | undefined {
    const { roundKeys, table } = this;
    const length = sealed.length - TAG_LENGTH;
    if (length < 0) return undefined;
    computeTag(roundKeys, table, nonce, additionalData, sealed, length);
    const difference =
      (y0 ^ getWord(sealed, length)) |
      (y1 ^ getWord(sealed, length + 4)) |
      (y2 ^ getWord(sealed, length + 8)) |
      (y3 ^ getWord(sealed, length + 12));
    if (difference !== 0) return undefined;
    const plaintext = new Uint8Array(length);
    applyCounter(roundKeys, nonce, sealed, length, plaintext);
    return plaintext;
  }
}

/** XORs the key stream of counter 2 and up over the first `length` bytes of `input`. */
function applyCounter(roundKeys: Uint32Array, nonce: Bytes, input: Bytes, length: number, out: Bytes): void {
  const [n0, n1, n2] = nonceWords(nonce);
  let counter = 2;
  let at = 0;
  for (; at + BLOCK <= length; at += BLOCK) {
    const k = encryptWords(roundKeys, n0, n1, n2, swap(counter++));
    xorWord(input, out, at, k.s0);
    xorWord(input, out, at + 4, k.s1);
    xorWord(input, out, at + 8, k.s2);
    xorWord(input, out, at + 12, k.s3);
  }
  if (at === length) return;
  const k = encryptWords(roundKeys, n0, n1, n2, swap(counter));
  const words = [k.s0, k.s1, k.s2, k.s3];
  for (let i = 0; at < length; at++, i++) {
    out[at] = (input[at] as number) ^ ((words[i >> 2] as number) >>> ((i & 3) << 3));
  }
}

function xorWord(input: Bytes, out: Bytes, at: number, word: number): void {
  out[at] = (input[at] as number) ^ word;
  out[at + 1] = (input[at + 1] as number) ^ (word >>> 8);
  out[at + 2] = (input[at + 2] as number) ^ (word >>> 16);
  out[at + 3] = (input[at + 3] as number) ^ (word >>> 24);
}

/** Leaves the tag over the additional data and the first `length` bytes of ciphertext in the accumulator. */
function computeTag(
  roundKeys: Uint32Array,
  table: Int32Array,
  nonce: Bytes,
  additionalData: Bytes,
  ciphertext: Bytes,
  length: number,
): void {
  y0 = y1 = y2 = y3 = 0;
  absorb(table, additionalData, additionalData.length);
  absorb(table, ciphertext, length);
  y0 ^= Math.floor(additionalData.length / 2 ** 29);
  y1 ^= additionalData.length << 3;
  y2 ^= Math.floor(length / 2 ** 29);
  y3 ^= length << 3;
  multiply(table);
  const [n0, n1, n2] = nonceWords(nonce);
  const mask = encryptWords(roundKeys, n0, n1, n2, swap(1));
  y0 ^= swap(mask.s0);
  y1 ^= swap(mask.s1);
  y2 ^= swap(mask.s2);
  y3 ^= swap(mask.s3);
}

/** The GHASH accumulator, most significant word first: alive only inside one call of `seal` or `open`. */
let y0 = 0;
let y1 = 0;
let y2 = 0;
let y3 = 0;

/** Takes the first `length` bytes into the accumulator, the last block filled up with zeros. */
function absorb(table: Int32Array, data: Bytes, length: number): void {
  let at = 0;
  for (; at + BLOCK <= length; at += BLOCK) {
    y0 ^= getWord(data, at);
    y1 ^= getWord(data, at + 4);
    y2 ^= getWord(data, at + 8);
    y3 ^= getWord(data, at + 12);
    multiply(table);
  }
  if (at === length) return;
  const last = [0, 0, 0, 0];
  for (let i = 0; at < length; at++, i++) {
    last[i >> 2] = (last[i >> 2] as number) | ((data[at] as number) << (24 - ((i & 3) << 3)));
  }
  y0 ^= last[0] as number;
  y1 ^= last[1] as number;
  y2 ^= last[2] as number;
  y3 ^= last[3] as number;
  multiply(table);
}

/**
 * The accumulator times the hash key, four bits at a time from the last to the first: what is there so far moves on
 * by four places, what falls off the end comes back by the field's polynomial, and the next multiple is added.
 */
function multiply(table: Int32Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 3; i >= 0; i--) {
    const word = i > 1 ? (i === 3 ? y3 : y2) : i === 1 ? y1 : y0;
    for (let shift = 0; shift < 32; shift += 4) {
      const fallen = d & 15;
      const entry = ((word >>> shift) & 15) << 2;
      d = ((d >>> 4) | (c << 28)) ^ (table[entry + 3] as number);
      c = ((c >>> 4) | (b << 28)) ^ (table[entry + 2] as number);
      b = ((b >>> 4) | (a << 28)) ^ (table[entry + 1] as number);
      a = (a >>> 4) ^ ((REDUCTIONS[fallen] as number) << 16) ^ (table[entry] as number);
    }
  }
  y0 = a;
  y1 = b;
  y2 = c;
  y3 = d;
}

/** What four bits that fall off the end add at the front: each is a multiple of the polynomial, its upper half. */
const REDUCTIONS = Int32Array.from({ length: 16 }, (_, fallen) => {
  let sum = 0;
  for (let bit = 0; bit < 4; bit++) if ((fallen >> bit) & 1) sum ^= 0xe100 >>> (3 - bit);
  return sum;
});

/** For each value of four bits, that value times the hash key: 16 x 4 words. */
function writeMultiples(table: Int32Array, h0: number, h1: number, h2: number, h3: number): void {
  for (let bit = 8; bit > 0; bit >>= 1) {
    table.set([h0, h1, h2, h3], bit * 4);
    const reduction = h3 & 1 ? 0xe1000000 : 0;
    h3 = (h3 >>> 1) | (h2 << 31);
    h2 = (h2 >>> 1) | (h1 << 31);
    h1 = (h1 >>> 1) | (h0 << 31);
    h0 = (h0 >>> 1) ^ reduction;
  }
  for (let value = 3; value < 16; value++) {
    const low = value & -value;
    if (low === value) continue;
    for (let i = 0; i < 4; i++) {
      table[value * 4 + i] = (table[low * 4 + i] as number) ^ (table[(value - low) * 4 + i] as number);
    }
  }
}

/** The nonce as the little-endian words that the block cipher takes. */
function nonceWords(nonce: Bytes): readonly [number, number, number] {
  needs(nonce.length === NONCE_LENGTH, `AES-GCM nonce: expected 12 bytes, found ${nonce.length}`);
  return [swap(getWord(nonce, 0)), swap(getWord(nonce, 4)), swap(getWord(nonce, 8))];
}

function getWord(bytes: Bytes, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

function putWord(bytes: Bytes, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

/** Turns the order of the four bytes around. */
function swap(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}
