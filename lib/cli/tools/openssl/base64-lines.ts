import { type Bytes, decodeBase64, EMPTY_BYTES, encodeBase64 } from '../../../base';

const LINE = 64;
/** How far the reader looks for the end of the first line. */
const FIRST_LINE = 1024;

/** Base64 in lines of 64 characters. */
export function base64Lines(bytes: Bytes): string {
  const lines = encodeBase64(bytes).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * What `-d` makes of base64, silent as the real program is: without `-A` a first line that does not end is nothing,
 * and of one longer than 1024 characters the start is lost; with `-A` more than one line is nothing.
 */
export function decodeLines(text: string, oneLine: boolean): Bytes {
  if (oneLine) return decodeBase64(text.replace(/\r?\n$/, '')) ?? EMPTY_BYTES;
  let start = 0;
  let end = text.indexOf('\n');
  while (end >= start + FIRST_LINE) {
    start += FIRST_LINE;
    end = text.indexOf('\n', start);
  }
  return end < 0 ? EMPTY_BYTES : (decodeBase64(text.slice(start).replace(/\s+/g, '')) ?? EMPTY_BYTES);
}
