import type { Bytes } from './bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = '='.charCodeAt(0);
const NOT_A_DIGIT = 0xff;

/** Every 12-bit group as its two characters: half the lookups of one digit at a time. */
const PAIRS: readonly string[] = Array.from(
  { length: 4096 },
  (_, group) => ALPHABET.charAt(group >> 6) + ALPHABET.charAt(group & 63),
);

const DIGITS: Uint8Array = (() => {
  const digits = new Uint8Array(256).fill(NOT_A_DIGIT);
  for (let i = 0; i < ALPHABET.length; i++) digits[ALPHABET.charCodeAt(i)] = i;
  return digits;
})();

/** The standard alphabet, padded (RFC 4648, section 4). */
export function encodeBase64(bytes: Bytes): string {
  const whole = bytes.length - (bytes.length % 3);
  let text = '';
  for (let i = 0; i < whole; i += 3) {
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    text += (PAIRS[group >> 12] as string) + PAIRS[group & 4095];
  }
  if (bytes.length - whole === 1) {
    text += `${PAIRS[(bytes[whole] as number) << 4]}==`;
  } else if (bytes.length - whole === 2) {
    const group = ((bytes[whole] as number) << 10) | ((bytes[whole + 1] as number) << 2);
    text += `${PAIRS[group >> 6]}${ALPHABET.charAt(group & 63)}=`;
  }
  return text;
}

/**
 * The bytes, or undefined when the text is not base64 of the standard alphabet with its padding: no blanks, no
 * line ends, no URL alphabet. Spare bits before the padding may be anything, as most decoders allow.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0) return undefined;
  if (text.length === 0) return new Uint8Array(0);
  const padding = countPadding(text);
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  const whole = padding === 0 ? text.length : text.length - 4;
  let at = 0;
  for (let i = 0; i < whole; i += 4) {
    const group = groupAt(text, i);
    if (group < 0) return undefined;
    out[at++] = group >> 16;
    out[at++] = group >> 8;
    out[at++] = group;
  }
  if (padding === 0) return out;
  const last = groupAt(`${text.slice(whole, text.length - padding)}${'A'.repeat(padding)}`, 0);
  if (last < 0) return undefined;
  out[at++] = last >> 16;
  if (padding === 1) out[at] = last >> 8;
  return out;
}

function countPadding(text: string): 0 | 1 | 2 {
  if (text.charCodeAt(text.length - 1) !== PAD) return 0;
  return text.charCodeAt(text.length - 2) === PAD ? 2 : 1;
}

/** Four digits as 24 bits, or -1 when one of them is not of the alphabet. */
function groupAt(text: string, i: number): number {
  const a = digitAt(text, i);
  const b = digitAt(text, i + 1);
  const c = digitAt(text, i + 2);
  const d = digitAt(text, i + 3);
  if ((a | b | c | d) > 63) return -1;
  return (a << 18) | (b << 12) | (c << 6) | d;
}

function digitAt(text: string, i: number): number {
  return DIGITS[text.charCodeAt(i)] ?? NOT_A_DIGIT;
}
