import { byCodeUnit, utf8ToBytes } from '../../base';

export type EncryptionContext = Readonly<Record<string, string>>;

/**
 * The additional authenticated data an encryption context makes: order does not matter, case does, and no
 * two contexts make the same bytes. An absent context and an empty one are equal.
 * fact: kms-engine 5.3. assumed: the encoding, which AWS does not publish
 *
 * @param room free bytes to leave in front, for what else is authenticated
 */
export function contextBytes(context: EncryptionContext | undefined, room = 0): Uint8Array {
  const names = context ? Object.keys(context) : [];
  if (!context || names.length === 0) return new Uint8Array(room);
  if (names.length > 1) names.sort(byCodeUnit);
  let length = room;
  for (const name of names) length += 8 + utf8Length(name) + utf8Length(context[name] ?? '');
  const bytes = new Uint8Array(length);
  let at = room;
  for (const name of names) {
    at = writeText(bytes, at, name);
    at = writeText(bytes, at, context[name] ?? '');
  }
  return bytes;
}

/** Most contexts are ASCII, which needs no encoder. */
function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function utf8Length(text: string): number {
  return isAscii(text) ? text.length : utf8ToBytes(text).length;
}

/** Four bytes of length, then the text. Answers where the next one begins. */
function writeText(bytes: Uint8Array, at: number, text: string): number {
  const start = at + 4;
  let length = text.length;
  if (isAscii(text)) {
    for (let i = 0; i < length; i++) bytes[start + i] = text.charCodeAt(i);
  } else {
    const encoded = utf8ToBytes(text);
    length = encoded.length;
    bytes.set(encoded, start);
  }
  bytes[at] = length >>> 24;
  bytes[at + 1] = length >>> 16;
  bytes[at + 2] = length >>> 8;
  bytes[at + 3] = length;
  return start + length;
}
