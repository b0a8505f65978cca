import { type Bytes, concatBytes } from '../../../base';

/*
 * As much DER as turns the older forms of key files into those the product's readers take, and back. What is not DER
 * passes through here as no elements at all: those readers refuse the rest.
 */

interface Element {
  readonly tag: number;
  readonly content: Bytes;
  /** With tag and length. */
  readonly whole: Bytes;
}

export const SEQUENCE = 0x30;
export const OCTET_STRING = 0x04;
export const BIT_STRING = 0x03;
export const INTEGER = 0x02;
/** [0] around other elements. */
export const CONTEXT_0 = 0xa0;

export function encode(tag: number, ...parts: readonly Bytes[]): Bytes {
  const content = concatBytes(...parts);
  const { length } = content;
  const header =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concatBytes(Uint8Array.of(tag, ...header), content);
}

/** The elements inside the one that fills the bytes; none where it is not whole or not of that tag. */
export function inside(bytes: Bytes, tag: number = SEQUENCE): readonly Element[] {
  const [only, ...others] = elements(bytes);
  return only?.tag === tag && others.length === 0 ? elements(only.content) : [];
}

function elements(bytes: Bytes): readonly Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at + 1] ?? 0x80;
    const size = first < 0x80 ? 0 : first & 0x7f;
    if (first === 0x80 || size > 3) return [];
    let length = size === 0 ? first : 0;
    for (let i = 0; i < size; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
    const start = at + 2 + size;
    const end = start + length;
    if (end > bytes.length) return [];
    found.push({
      tag: bytes[at] as number,
      content: bytes.subarray(start, end),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return found;
}
