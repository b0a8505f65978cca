import { bytesToUtf8Lossy, concatBytes, utf8ToBytes } from '../../base';
import { digest, prepareAesGcm } from '../../crypto';

/**
 * How Northwind Pay encrypts a card number before DynamoDB sees it: AES-256-GCM under the item's own data key,
 * bound to the item. The stored field is nonce, ciphertext and tag in one.
 */
const NONCE_LENGTH = 12;

/** Every item has a data key of its own, so a nonce made from key and item is never used twice with it. */
export function sealCard(dataKey: Uint8Array, item: string, card: string): Uint8Array {
  const about = utf8ToBytes(item);
  const nonce = digest('SHA-256', concatBytes(dataKey, about, utf8ToBytes(card))).slice(0, NONCE_LENGTH);
  return concatBytes(nonce, prepareAesGcm(dataKey).seal(nonce, utf8ToBytes(card), about));
}

/** The card number, or undefined where key, item and field do not belong together. */
export function openCard(dataKey: Uint8Array, item: string, field: Uint8Array): string | undefined {
  const nonce = field.slice(0, NONCE_LENGTH);
  const opened = prepareAesGcm(dataKey).open(nonce, field.slice(NONCE_LENGTH), utf8ToBytes(item));
  return opened && bytesToUtf8Lossy(opened);
}

/** As much of a card number as may be shown: `411111******1111`. */
export function maskedCard(card: string): string {
  return `${card.slice(0, 6)}${'*'.repeat(Math.max(0, card.length - 10))}${card.slice(-4)}`;
}
