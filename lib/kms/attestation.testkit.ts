import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface Enclave {
  readonly document: Uint8Array;
  /** Opens what was sealed for it. */
  readonly privateKey: KeyObject;
}

/** An enclave with a COSE_Sign1 message of its own, as short as CBOR allows. */
export function enclave(imageHex: string, moduleId = 'i-0a1b2c3d4e5f67890-enc0123456789abcdef'): Enclave {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const head = (major: number, length: number) =>
    length < 24
      ? [(major << 5) | length]
      : length < 256
        ? [(major << 5) | 24, length]
        : [(major << 5) | 25, length >> 8, length & 255];
  const bytes = (of: Uint8Array) => [...head(2, of.length), ...of];
  const text = (of: string) => [...head(3, of.length), ...new TextEncoder().encode(of)];
  const pcrs = [
    ...head(5, 2),
    0,
    ...bytes(Buffer.from(imageHex, 'hex')),
    8,
    ...bytes(new Uint8Array(48).fill(8)),
  ];
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const payload = [
    ...head(5, 3),
    ...[...text('module_id'), ...text(moduleId)],
    ...[...text('public_key'), ...bytes(spki)],
    ...[...text('pcrs'), ...pcrs],
  ];
  const empty = bytes(new Uint8Array());
  const document = [...head(4, 4), ...empty, ...head(5, 0), ...bytes(new Uint8Array(payload)), ...empty];
  return { document: new Uint8Array(document), privateKey };
}
