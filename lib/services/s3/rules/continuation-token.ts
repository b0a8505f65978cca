import { bytesToUtf8, decodeBase64, encodeBase64, utf8ToBytes } from '../../../base';

const START = '1:';

/** Where a list goes on, as text nobody need understand. */
export function encodeToken(key: string): string {
  return encodeBase64(utf8ToBytes(START + key));
}

export function decodeToken(token: string): string | undefined {
  const text = bytesToUtf8(decodeBase64(token) ?? new Uint8Array());
  return text?.startsWith(START) ? text.slice(START.length) : undefined;
}
