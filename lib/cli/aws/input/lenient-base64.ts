import { decodeBase64 } from '../../../base';

/**
 * Base64 as the CLI reads it: characters of no meaning are skipped, and what follows complete padding
 * is ignored. Undefined where the padding is missing.
 */
export function lenientBase64(text: string): Uint8Array | undefined {
  let digits = '';
  let pads = 0;
  for (const character of text) {
    const inGroup = digits.length % 4;
    if (character === '=') {
      if (inGroup < 2) continue;
      pads += 1;
      if (inGroup + pads >= 4) return decodeBase64(digits.padEnd(digits.length + 4 - inGroup, '='));
    } else if (/[A-Za-z0-9+/]/.test(character)) {
      pads = 0;
      digits += character;
    }
  }
  return digits.length % 4 === 0 ? decodeBase64(digits) : undefined;
}
