/** A string of bytes. Parameters accept any view; what our functions return owns its buffer. */
export type Bytes = Uint8Array;

/** The UTF-8 codec of the host, named here alone so that the engine compiles without the DOM's declarations. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossyDecoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

export const EMPTY_BYTES: Bytes = new Uint8Array(0);

export function concatBytes(...parts: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** Looks at every byte whatever it finds, so that the time tells nothing about where two tags differ. */
export function equalBytes(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

export function utf8ToBytes(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** The text, or undefined when the bytes are not well-formed UTF-8. A byte order mark is kept as a character. */
export function bytesToUtf8(bytes: Bytes): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text, with U+FFFD in the place of whatever is not UTF-8: for showing bytes, never for comparing them. */
export function bytesToUtf8Lossy(bytes: Bytes): string {
  return lossyDecoder.decode(bytes);
}

const HEX_PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

/** Lowercase, two digits a byte. */
export function bytesToHex(bytes: Bytes): string {
  let hex = '';
  for (const byte of bytes) hex += HEX_PAIRS[byte];
  return hex;
}

/** Either case. Throws when the text is no hex: callers that take text from outside test it first with `isHex`. */
export function hexToBytes(hex: string): Uint8Array<ArrayBuffer> {
  if (!isHex(hex))
    throw new Error(`hex text: expected an even number of digits 0-9 a-f, found ${describe(hex)}`);
  const out = new Uint8Array(hex.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return out;
}

export function isHex(text: string): boolean {
  return text.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(text);
}

function describe(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
  return `"${shown}" (${text.length} characters)`;
}

/** Four bytes, most significant first. */
export function u32be(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
    throw new Error(`u32be: expected a whole number from 0 to 4294967295, found ${value}`);
  }
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

export function readU32be(bytes: Bytes, offset = 0): number {
  if (offset < 0 || offset + 4 > bytes.length) {
    throw new Error(`readU32be: expected 4 bytes at offset ${offset}, found ${bytes.length} bytes in all`);
  }
  const [a, b, c, d] = [bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]] as number[];
  return (((a as number) << 24) | ((b as number) << 16) | ((c as number) << 8) | (d as number)) >>> 0;
}
