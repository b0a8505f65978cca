/*
 * Keyed BLAKE3 of a text that fits one block, which is a single call of the compression function. It is written
 * out here, on integers in place, because a general hash makes kilobytes of garbage a call and requests are made by
 * the hundred thousand. The tests hold it against the general hash.
 */
const BLOCK = 64;
const KEYED_HASH_OF_ONE_BLOCK = 1 | 2 | 8 | 16; // CHUNK_START, CHUNK_END, ROOT, KEYED_HASH
const INITIAL = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a];

/** The order in which each of the seven rounds reads the sixteen message words. */
const SCHEDULE: Uint8Array = (() => {
  const permutation = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];
  const rounds: number[] = [];
  let row = Array.from({ length: 16 }, (_, i) => i);
  for (let round = 0; round < 7; round++) {
    rounds.push(...row);
    row = permutation.map((i) => row[i] as number);
  }
  return Uint8Array.from(rounds);
})();

/** Alive only inside one call of `keyedBlock`. */
const message = new Int32Array(16);
const state = new Int32Array(16);
const answer = new Uint8Array(BLOCK);

/**
 * The first `length` bytes, 64 at most, or undefined when the text is longer than a block or not ASCII.
 * @param key eight little-endian words
 */
export function keyedBlock(
  key: Int32Array,
  text: string,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  if (length > BLOCK || !load(text)) return undefined;
  state.set(key);
  state.set(INITIAL, 8);
  state[12] = 0;
  state[13] = 0;
  state[14] = text.length;
  state[15] = KEYED_HASH_OF_ONE_BLOCK;
  for (let at = 0; at < SCHEDULE.length; at += 16) round(at);
  for (let i = 0; i < 8; i++) {
    write(4 * i, (state[i] as number) ^ (state[i + 8] as number));
    write(4 * i + 32, (state[i + 8] as number) ^ (key[i] as number));
  }
  return answer.slice(0, length);
}

function load(text: string): boolean {
  if (text.length > BLOCK) return false;
  message.fill(0);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return false;
    message[i >> 2] = (message[i >> 2] as number) | (code << ((i & 3) << 3));
  }
  return true;
}

/** Columns, then diagonals. */
function round(at: number): void {
  mix(0, 4, 8, 12, word(at), word(at + 1));
  mix(1, 5, 9, 13, word(at + 2), word(at + 3));
  mix(2, 6, 10, 14, word(at + 4), word(at + 5));
  mix(3, 7, 11, 15, word(at + 6), word(at + 7));
  mix(0, 5, 10, 15, word(at + 8), word(at + 9));
  mix(1, 6, 11, 12, word(at + 10), word(at + 11));
  mix(2, 7, 8, 13, word(at + 12), word(at + 13));
  mix(3, 4, 9, 14, word(at + 14), word(at + 15));
}

function word(at: number): number {
  return message[SCHEDULE[at] as number] as number;
}

function mix(ia: number, ib: number, ic: number, id: number, x: number, y: number): void {
  let a = state[ia] as number;
  let b = state[ib] as number;
  let c = state[ic] as number;
  let d = state[id] as number;
  a = (a + b + x) | 0;
  d = rotateRight(d ^ a, 16);
  c = (c + d) | 0;
  b = rotateRight(b ^ c, 12);
  a = (a + b + y) | 0;
  d = rotateRight(d ^ a, 8);
  c = (c + d) | 0;
  b = rotateRight(b ^ c, 7);
  state[ia] = a;
  state[ib] = b;
  state[ic] = c;
  state[id] = d;
}

function rotateRight(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

function write(at: number, value: number): void {
  answer[at] = value;
  answer[at + 1] = value >>> 8;
  answer[at + 2] = value >>> 16;
  answer[at + 3] = value >>> 24;
}
