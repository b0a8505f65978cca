import { bytesToUtf8, bytesToUtf8Lossy, utf8ToBytes } from '../../base';

/*
 * The shell library carries what commands print as text, and bytes that are no UTF-8 do not survive it:
 * between two statements, in a function, in `$( )`, `<( )`, `{ }` and `( )` each of them becomes two others.
 * So such a byte travels as one character of a private plane, which survives everywhere, and becomes a
 * byte again where bytes are wanted: in a file, at the input of a command, on the screen.
 */

/** Stands for byte 0; the bytes 0x80 to 0xff follow it. No script uses these characters. */
const FIRST = 0x10f700;
/** The UTF-8 of the stand-ins. */
const STAND_IN = /\u00f4\u008f[\u009e\u009f][\u0080-\u00bf]/;

/** Bytes as text that survives the shell. */
export function bytesToShellText(bytes: Uint8Array): string {
  const text = bytesToUtf8(bytes);
  if (text !== undefined) return text;
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const length = wellFormedLength(bytes, at);
    if (length > 0) out += bytesToUtf8Lossy(bytes.subarray(at, at + length));
    else out += String.fromCodePoint(FIRST + (bytes[at] as number));
    at += Math.max(1, length);
  }
  return out;
}

/** The bytes that text stands for. */
export function shellTextToBytes(text: string): Uint8Array {
  return withoutStandIns(utf8ToBytes(text));
}

/** What a terminal would show of bytes. */
export function shownText(bytes: Uint8Array): string {
  return bytesToUtf8Lossy(withoutStandIns(bytes));
}

/** Each stand-in as its byte. */
export function withoutStandIns(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(0xf4);
  if (first < 0) return bytes;
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = standsFor(bytes, at);
    out[length++] = byte ?? (bytes[at] as number);
    at += byte === undefined ? 1 : 4;
  }
  return out.slice(0, length);
}

function standsFor(bytes: Uint8Array, at: number): number | undefined {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (a !== 0xf4 || b !== 0x8f || (c !== 0x9e && c !== 0x9f) || d === undefined) return undefined;
  return ((c & 3) << 6) | (d & 0x3f);
}

/** Whether a byte string (a character for each byte) holds stand-ins. */
export function holdsStandIns(byteString: string): boolean {
  return STAND_IN.test(byteString);
}

/** A character for each byte: the form in which the shell library hands bytes to commands. */
export function bytesToByteString(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
}

export function byteStringToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Length of the well-formed UTF-8 sequence that begins here; 0 where none does. */
function wellFormedLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  return bytesToUtf8(bytes.subarray(at, at + length)) === undefined ? 0 : length;
}
