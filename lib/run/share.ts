import { bytesToUtf8, decodeBase64, encodeBase64, utf8ToBytes } from '../base';
import { digest } from '../crypto';
import { bad, inShort, type Read } from '../reading';
import { BOUNDS, type PortableRun, readPortable, writePortable } from './portable';

/** Raw DEFLATE (RFC 1951), from whatever the page or the terminal offers. */
export interface Compression {
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /** Rejects where the bytes are not DEFLATE, end too soon, or grow beyond `limit`. */
  inflate(bytes: Uint8Array, limit: number): Promise<Uint8Array>;
}

/** A link of more characters than this is not made: the run travels as a file. */
export const LONGEST_LINK = 30_000;

const WHAT = 'share link';
const VERSION = 'r1';
const CHECKSUM_BYTES = 9;

/** What follows the `#` of a share link: version, checksum, run; or undefined when the run is too long for one. */
export async function toShareText(run: PortableRun, compression: Compression): Promise<string | undefined> {
  const packed = await compression.deflate(utf8ToBytes(writePortable(run)));
  const text = `${VERSION}.${checksum(packed)}.${encodeBase64Url(packed)}`;
  return text.length <= LONGEST_LINK ? text : undefined;
}

export async function fromShareText(text: string, compression: Compression): Promise<Read<PortableRun>> {
  const parts = text.split('.');
  const [version, sum, data] = parts;
  if (version !== VERSION) return bad(`${WHAT}, version`, VERSION, inShort(version || undefined));
  if (sum === undefined || data === undefined || parts.length > 3)
    return bad(WHAT, 'a version, a checksum and a run, parted by dots', `${parts.length} parts`);
  if (text.length > LONGEST_LINK)
    return bad(WHAT, `at most ${LONGEST_LINK.toLocaleString('en-US')} characters`, inShort(text));
  const packed = decodeBase64Url(data);
  if (!packed) return bad(`${WHAT}, run`, 'base64url text', inShort(data));
  const found = checksum(packed);
  if (found !== sum)
    return bad(
      `${WHAT}, checksum`,
      `${found}, which belongs to the run in this link (part of it was changed or cut off)`,
      inShort(sum),
    );
  let bytes: Uint8Array;
  try {
    bytes = await compression.inflate(packed, BOUNDS.textLength);
  } catch (error) {
    return bad(`${WHAT}, run`, 'compressed text', error instanceof Error ? error.message : 'something else');
  }
  const written = bytesToUtf8(bytes);
  return written === undefined
    ? bad(`${WHAT}, run`, 'UTF-8 text', 'other bytes')
    : readPortable(WHAT, written);
}

function checksum(bytes: Uint8Array): string {
  return encodeBase64Url(digest('SHA-256', bytes).slice(0, CHECKSUM_BYTES));
}

function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Only the one spelling that `encodeBase64Url` writes is taken. */
function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const padded = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .padEnd(Math.ceil(text.length / 4) * 4, '=');
  const bytes = decodeBase64(padded);
  return bytes && encodeBase64Url(bytes) === text ? bytes : undefined;
}
