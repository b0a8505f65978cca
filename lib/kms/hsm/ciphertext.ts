import { hexToBytes } from '../../base';

/**
 * The lab's symmetric ciphertext: a header that names the material without giving its id away, a message
 * id, and a PKCS #7 encryptedData structure that names AES-256-GCM and its nonce. It looks like and weighs
 * what AWS's does (a 32-byte data key makes 184 bytes), and like AWS's it is no contract.
 * fact: kms-engine 5.1. assumed: what the 32 per-message bytes hold
 */
const MAGIC = hexToBytes('0102020078');
const TAG_LENGTH = 32;
const MESSAGE_ID_LENGTH = 32;
export const HEADER_LENGTH = MAGIC.length + TAG_LENGTH + MESSAGE_ID_LENGTH;
export const NONCE_LENGTH = 12;
/** Random bytes one encryption needs: the message id, then the nonce. */
export const MESSAGE_RANDOM_LENGTH = MESSAGE_ID_LENGTH + NONCE_LENGTH;

const ENCRYPTED_DATA_OID = hexToBytes('06092a864886f70d010706');
const DATA_OID = hexToBytes('06092a864886f70d010701');
const AES_256_GCM = hexToBytes('06096086480165030401' + '2e');
const VERSION_0 = hexToBytes('020100');
/** The nonce's tag and length, which stand right before it. */
const NONCE_PREFIX = hexToBytes('040c');
const TAG_SIZE = hexToBytes('020110');

/** A ciphertext taken apart, still to be authenticated. */
export interface ParsedCiphertext {
  /** Names the material, as `tagKey` does. */
  readonly tag: string;
  readonly blob: Uint8Array;
  readonly nonce: Uint8Array;
  /** The encrypted bytes and their GCM tag. */
  readonly sealed: Uint8Array;
}

/** Where the characters of a tag are put together; a text that grows by each would be most of the work. */
const tagUnits: number[] = new Array<number>(TAG_LENGTH / 2).fill(0);

/** A tag as an index finds it: two bytes to a character, which costs a tenth of writing it in hex. */
export function tagKey(bytes: Uint8Array, at = 0): string {
  for (let i = 0; i < tagUnits.length; i++) {
    tagUnits[i] = ((bytes[at + 2 * i] as number) << 8) | (bytes[at + 2 * i + 1] as number);
  }
  return String.fromCharCode(...tagUnits);
}

/** Writes the header to the front of what is to be authenticated. */
export function writeHeader(target: Uint8Array, tag: Uint8Array, random: Uint8Array): void {
  target.set(MAGIC);
  target.set(tag, MAGIC.length);
  for (let i = 0; i < MESSAGE_ID_LENGTH; i++) target[MAGIC.length + TAG_LENGTH + i] = random[i] as number;
}

/** Writes the header of a ciphertext to the front of what is to be authenticated. */
export function copyHeader(target: Uint8Array, blob: Uint8Array): void {
  for (let i = 0; i < HEADER_LENGTH; i++) target[i] = blob[i] as number;
}

/** @param authenticated begins with the header. */
export function assemble(authenticated: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array {
  const { before, after, length } = frameOf(sealed.length);
  const out = new Uint8Array(HEADER_LENGTH + length);
  copyHeader(out, authenticated);
  let at = HEADER_LENGTH;
  for (const part of [before, nonce, after, sealed]) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Undefined for whatever KMS did not make: random bytes, another format, a truncated blob. */
export function parseCiphertext(blob: Uint8Array): ParsedCiphertext | undefined {
  const sealedLength = sealedLengthOf(blob);
  if (sealedLength === undefined) return undefined;
  const { before, after } = frameOf(sealedLength);
  const nonceAt = HEADER_LENGTH + before.length;
  const afterAt = nonceAt + NONCE_LENGTH;
  if (!holds(blob, 0, MAGIC) || !holds(blob, HEADER_LENGTH, before) || !holds(blob, afterAt, after)) {
    return undefined;
  }
  return {
    tag: tagKey(blob, MAGIC.length),
    blob,
    nonce: blob.subarray(nonceAt, afterAt),
    sealed: blob.subarray(afterAt + after.length),
  };
}

interface Frame {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly length: number;
}

const frames = new Map<number, Frame>();

/** Everything of the PKCS #7 structure but the nonce and the sealed bytes, for one length of the latter. */
function frameOf(sealedLength: number): Frame {
  let frame = frames.get(sealedLength);
  if (!frame) {
    frame = buildFrame(sealedLength);
    frames.set(sealedLength, frame);
  }
  return frame;
}

function buildFrame(sealedLength: number): Frame {
  const nonceAndSize = [...NONCE_PREFIX, ...new Uint8Array(NONCE_LENGTH), ...TAG_SIZE];
  const algorithm = der(0x30, [...AES_256_GCM, ...der(0x30, nonceAndSize)]);
  const content = [0x80, ...lengthOf(sealedLength), ...new Uint8Array(sealedLength)];
  const info = der(0x30, [...DATA_OID, ...algorithm, ...content]);
  const data = der(0xa0, der(0x30, [...VERSION_0, ...info]));
  const whole = Uint8Array.from(der(0x30, [...ENCRYPTED_DATA_OID, ...data]));
  const afterLength = TAG_SIZE.length + 1 + lengthOf(sealedLength).length;
  const nonceAt = whole.length - sealedLength - afterLength - NONCE_LENGTH;
  return {
    before: whole.slice(0, nonceAt),
    after: whole.slice(nonceAt + NONCE_LENGTH, nonceAt + NONCE_LENGTH + afterLength),
    length: whole.length,
  };
}

function der(tag: number, content: readonly number[]): number[] {
  return [tag, ...lengthOf(content.length), ...content];
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}

/** The frame grows with the sealed bytes by at most a handful of length bytes: try each. */
function sealedLengthOf(blob: Uint8Array): number | undefined {
  const rest = blob.length - HEADER_LENGTH - SMALLEST_FRAME;
  for (let grown = 0; grown <= LARGEST_GROWTH; grown++) {
    const sealed = rest - grown;
    if (sealed > 0 && frameOf(sealed).length === SMALLEST_FRAME + grown + sealed) return sealed;
  }
  return undefined;
}

const SMALLEST_FRAME = buildFrame(1).length - 1;
const LARGEST_GROWTH = 10;

function holds(blob: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (blob[at + i] !== part[i]) return false;
  return true;
}
