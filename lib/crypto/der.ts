import { type Bytes, concatBytes, hexToBytes, needs } from '../base';

/** The tags that key files and CMS use. */
export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** One element: its whole tag byte, and what stands inside. */
export interface DerElement {
  readonly tag: number;
  readonly content: Bytes;
}

export function der(tag: number, ...content: readonly Bytes[]): Bytes {
  const inside = concatBytes(...content);
  return concatBytes(Uint8Array.of(tag), encodeLength(inside.length), inside);
}

export function derSequence(...elements: readonly Bytes[]): Bytes {
  return der(TAG.sequence, ...elements);
}

/** A whole number from 0 up. */
export function derInteger(value: bigint | number): Bytes {
  needs(value >= 0, `DER integer: expected 0 or more, found ${value}`);
  const hex = value.toString(16);
  const bytes = hexToBytes(hex.length % 2 === 0 ? hex : `0${hex}`);
  return (bytes[0] as number) >= 0x80 ? der(TAG.integer, Uint8Array.of(0), bytes) : der(TAG.integer, bytes);
}

/** @param dotted the identifier in its dotted form, such as 1.2.840.10045.2.1 */
export function derOid(dotted: string): Bytes {
  const [first, second, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]];
  return der(TAG.oid, Uint8Array.from([40 * first + second, ...rest].flatMap(base128)));
}

export function derOctetString(content: Bytes): Bytes {
  return der(TAG.octetString, content);
}

/** A bit string of whole bytes. */
export function derBitString(content: Bytes): Bytes {
  return der(TAG.bitString, Uint8Array.of(0), content);
}

export function derNull(): Bytes {
  return der(TAG.null);
}

/** The tag byte [number] of a context: constructed when it wraps other elements. */
export function contextTag(number: number, form: 'primitive' | 'constructed'): number {
  return (form === 'constructed' ? 0xa0 : 0x80) | number;
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    digits.unshift(0x80 | (rest & 0x7f));
  return digits;
}

function encodeLength(length: number): Bytes {
  if (length < 0x80) return Uint8Array.of(length);
  const hex = length.toString(16);
  const bytes = hexToBytes(hex.length % 2 === 0 ? hex : `0${hex}`);
  return concatBytes(Uint8Array.of(0x80 | bytes.length), bytes);
}

/** The elements that fill the bytes to the last one, or undefined when they are not strict DER. */
export function readDer(bytes: Bytes): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const header = readHeader(bytes, at);
    if (!header || header.end > bytes.length) return undefined;
    elements.push({ tag: bytes[at] as number, content: bytes.subarray(header.start, header.end) });
    at = header.end;
  }
  return elements;
}

/** What stands inside the single element that the bytes are, or undefined when they are no such element. */
export function readSingle(bytes: Bytes, tag: number): Bytes | undefined {
  const elements = readDer(bytes);
  const only = elements?.length === 1 ? elements[0] : undefined;
  return only?.tag === tag ? only.content : undefined;
}

/** The elements of the sequence that the bytes are. */
export function readSequence(bytes: Bytes): readonly DerElement[] | undefined {
  const content = readSingle(bytes, TAG.sequence);
  return content && readDer(content);
}

/** The value of an integer that is not negative and carries no needless zeros. */
export function readInteger(element: DerElement | undefined): bigint | undefined {
  if (element?.tag !== TAG.integer) return undefined;
  const [first, second] = element.content;
  if (first === undefined || first >= 0x80) return undefined;
  if (first === 0 && second !== undefined && second < 0x80) return undefined;
  let value = 0n;
  for (const byte of element.content) value = (value << 8n) | BigInt(byte);
  return value;
}

/** The dotted form of an identifier. */
export function readOid(element: DerElement | undefined): string | undefined {
  if (element?.tag !== TAG.oid || element.content.length === 0) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of element.content) {
    if (arc === 0 && byte === 0x80) return undefined;
    arc = arc * 128 + (byte & 0x7f);
    if (arc > 0xffffffff) return undefined;
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  if (arc !== 0) return undefined;
  const [head, ...rest] = arcs as [number, ...number[]];
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - 40 * first, ...rest].join('.');
}

export function readOctetString(element: DerElement | undefined): Bytes | undefined {
  return element?.tag === TAG.octetString ? element.content : undefined;
}

/** The bytes of a bit string that has no odd bits. */
export function readBitString(element: DerElement | undefined): Bytes | undefined {
  return element?.tag === TAG.bitString && element.content[0] === 0 ? element.content.subarray(1) : undefined;
}

/** Where the content of the element at `at` starts and ends. Tags of one byte only, lengths in their shortest form. */
function readHeader(bytes: Bytes, at: number): { start: number; end: number } | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes[at + 2] === 0) return undefined;
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  const start = at + 2 + count;
  return length < 0x80 ? undefined : { start, end: start + length };
}
