import { byCodeUnit, concatBytes, u32be, utf8ToBytes } from '../../base';

export type EncryptionContext = Readonly<Record<string, string>>;

/**
 * The additional authenticated data an encryption context makes: order does not matter, case does, and no
 * two contexts make the same bytes. An absent context and an empty one are equal.
 * fact: kms-engine 5.3. assumed: the encoding, which AWS does not publish
 */
export function contextBytes(context: EncryptionContext | undefined): Uint8Array {
  const names = context ? Object.keys(context) : [];
  if (!context || names.length === 0) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  for (const name of names.sort(byCodeUnit)) {
    for (const text of [name, context[name] ?? '']) {
      const bytes = utf8ToBytes(text);
      parts.push(u32be(bytes.length), bytes);
    }
  }
  return concatBytes(...parts);
}
