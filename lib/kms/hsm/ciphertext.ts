import { bytesToHex, hexToBytes } from '../../base';

/**
 * The lab's symmetric ciphertext: a header that names the material without giving its id away, a message
 * id, and a PKCS #7 encryptedData structure that names AES-256-GCM and its nonce. It looks like and weighs
 * what AWS's does (a 32-byte data key makes 184 bytes), and like AWS's it is no contract.
 * fact: kms-engine 5.1. assumed: what the 32 per-message bytes hold
 */
const MAGIC = hexToBytes('0102020078');
const TAG_LENGTH = 32;
const MESSAGE_ID_LENGTH = 32;
const HEADER_LENGTH = MAGIC.length + TAG_LENGTH + MESSAGE_ID_LENGTH;
const NONCE_LENGTH = 12;
/** Random bytes one encryption needs: the message id, then the nonce. */
export const MESSAGE_RANDOM_LENGTH = MESSAGE_ID_LENGTH + NONCE_LENGTH;

const ENCRYPTED_DATA_OID = hexToBytes('06092a864886f70d010706');
const DATA_OID = hexToBytes('06092a864886f70d010701');
const AES_256_GCM = hexToBytes('06096086480165030401' + '2e');
const VERSION_0 = hexToBytes('020100');
/** The nonce's tag and length, which stand right before it. */
const NONCE_PREFIX = hexToBytes('040c');
const TAG_SIZE = hexToBytes('020110');

/** Header fields of a ciphertext, still to be authenticated. */
export interface ParsedCiphertext {
  /** Names the material: 32 bytes in hex. */
  readonly tag: string;
  /** What is authenticated with the encryption context. */
  readonly header: Uint8Array;
  readonly nonce: Uint8Array;
  /** The encrypted bytes and their GCM tag. */
  readonly sealed: Uint8Array;
}

export function headerOf(tag: Uint8Array, random: Uint8Array): Uint8Array {
  const header = new Uint8Array(HEADER_LENGTH);
  header.set(MAGIC);
  header.set(tag, MAGIC.length);
  header.set(random.subarray(0, MESSAGE_ID_LENGTH), MAGIC.length + TAG_LENGTH);
  return header;
}

export function assemble(header: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array {
  const frame = frameOf(sealed.length);
  const out = new Uint8Array(
    HEADER_LENGTH + frame.before.length + NONCE_LENGTH + frame.after.length + sealed.length,
  );
  let at = 0;
  for (const part of [header, frame.before, nonce, frame.after, sealed]) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Undefined for whatever KMS did not make: random bytes, another format, a truncated blob. */
export function parseCiphertext(blob: Uint8Array): ParsedCiphertext | undefined {
  const sealedLength = sealedLengthOf(blob);
  if (sealedLength === undefined) return undefined;
  const frame = frameOf(sealedLength);
  const nonceAt = HEADER_LENGTH + frame.before.length;
  const afterAt = nonceAt + NONCE_LENGTH;
  if (
    !holds(blob, 0, MAGIC) ||
    !holds(blob, HEADER_LENGTH, frame.before) ||
    !holds(blob, afterAt, frame.after)
  ) {
    return undefined;
  }
  return {
    tag: bytesToHex(blob.subarray(MAGIC.length, MAGIC.length + TAG_LENGTH)),
    header: blob.subarray(0, HEADER_LENGTH),
    nonce: blob.subarray(nonceAt, afterAt),
    sealed: blob.subarray(afterAt + frame.after.length),
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
