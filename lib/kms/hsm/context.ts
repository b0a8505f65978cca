import { byCodeUnit, utf8ToBytes } from '../../base';

export type EncryptionContext = Readonly<Record<string, string>>;

/**
 * The additional authenticated data an encryption context makes: order does not matter, case does, and no
 * two contexts make the same bytes. An absent context and an empty one are equal.
 * fact: kms-engine 5.3. assumed: the encoding, which AWS does not publish
 */
export function contextBytes(context: EncryptionContext | undefined): Uint8Array {
  return withContext(context, 0).slice();
}

/**
 * The same with free bytes in front, for what else is authenticated. The bytes are on loan: the next call
 * writes over them. A buffer of its own for every request would cost more than the request.
 */
export function withContext(context: EncryptionContext | undefined, room: number): Uint8Array {
  const names = context ? Object.keys(context) : NO_NAMES;
  if (!context || names.length === 0) return onLoan(room);
  sortNames(names);
  let length = room;
  for (const name of names) length += 8 + utf8Length(name) + utf8Length(context[name] ?? '');
  const bytes = onLoan(length);
  let at = room;
  for (const name of names) {
    at = writeText(bytes, at, name);
    at = writeText(bytes, at, context[name] ?? '');
  }
  return bytes;
}

/** Most contexts have a few pairs, for which the host's sort costs more than all else of the context. */
function sortNames(names: string[]): void {
  if (names.length > FEW_NAMES) {
    names.sort(byCodeUnit);
    return;
  }
  for (let i = 1; i < names.length; i++) {
    const name = names[i] as string;
    let at = i;
    for (; at > 0 && (names[at - 1] as string) > name; at--) names[at] = names[at - 1] as string;
    names[at] = name;
  }
}

const FEW_NAMES = 8;
const NO_NAMES: string[] = [];
let buffer = new Uint8Array(1024);

function onLoan(length: number): Uint8Array {
  if (buffer.length < length) buffer = new Uint8Array(2 * length);
  return buffer.subarray(0, length);
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
