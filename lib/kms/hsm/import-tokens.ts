import { bytesToUtf8, concatBytes, purposeOf, seededBytes, utf8ToBytes } from '../../base';
import { prepareAesGcm } from '../../crypto';
import type { Wrapping } from './wrapping-keys';

/** What an import token says to KMS, and to nobody else. */
export interface ImportToken {
  readonly keyArn: string;
  readonly wrapping: Wrapping;
  readonly validToMs: number;
}

export const TOKEN_NONCE_LENGTH = 12;
const PURPOSE = utf8ToBytes('import token, version 1');

/** @param nonce fresh bytes, as many as `TOKEN_NONCE_LENGTH` says */
export function sealImportToken(seed: string, token: ImportToken, nonce: Uint8Array): Uint8Array {
  return concatBytes(nonce, cipher(seed).seal(nonce, utf8ToBytes(JSON.stringify(token)), PURPOSE));
}

/** Undefined for whatever this lab's KMS did not issue, and for what was changed since. */
export function openImportToken(seed: string, bytes: Uint8Array): ImportToken | undefined {
  if (bytes.length <= TOKEN_NONCE_LENGTH) return undefined;
  const nonce = bytes.subarray(0, TOKEN_NONCE_LENGTH);
  const text = cipher(seed).open(nonce, bytes.subarray(TOKEN_NONCE_LENGTH), PURPOSE);
  // Sealed by this HSM alone, so what opens is what was sealed.
  return text && (JSON.parse(bytesToUtf8(text) ?? '') as ImportToken);
}

/** Imports are rare: the key is made ready each time. */
function cipher(seed: string) {
  return prepareAesGcm(seededBytes(seed, purposeOf('import-token-key'), 32));
}
