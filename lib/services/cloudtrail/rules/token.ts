import { bytesToUtf8, decodeBase64, encodeBase64, utf8ToBytes } from '../../../base';

/** Where a list goes on, as text nobody need understand. */
export function encodeToken({ seq, index }: { readonly seq: number; readonly index: number }): string {
  return encodeBase64(utf8ToBytes(`${seq}.${index}`));
}

export function decodeToken(token: string): { readonly seq: number; readonly index: number } | undefined {
  const match = /^(\d+)\.(\d+)$/.exec(bytesToUtf8(decodeBase64(token) ?? new Uint8Array()) ?? '');
  return match ? { seq: Number(match[1]), index: Number(match[2]) } : undefined;
}
