import { type Bytes, concatBytes, decodeBase64, encodeBase64 } from '../../../base';

const LINE = 64;
/** How far the reader looks for the end of the first line. */
const FIRST_LINE = 1024;

/** Base64 in lines of 64 characters. */
export function base64Lines(bytes: Bytes): string {
  const lines = encodeBase64(bytes).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * What `-d` makes of base64. As with the real program, lines without `-A` need an end within the first 1024
 * characters and one long line without one gives nothing; with `-A` all is one line, read up to its end.
 */
export function decodeLines(text: string, oneLine: boolean): Bytes {
  const end = text.indexOf('\n');
  if (oneLine) return decoded(end < 0 ? text : text.slice(0, end));
  return end < 0 || end >= FIRST_LINE ? new Uint8Array(0) : decoded(text);
}

/** Up to the padding, or up to what is no base64; nothing where quads are not whole. */
function decoded(text: string): Bytes {
  const digits = /^[A-Za-z0-9+/]*={0,2}/.exec(text.replace(/\s+/g, ''))?.[0] ?? '';
  const whole = digits.slice(0, digits.length - (digits.length % 4));
  return concatBytes(decodeBase64(whole) ?? new Uint8Array(0));
}
