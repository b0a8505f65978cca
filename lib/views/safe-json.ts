import { encodeBase64, isObject } from '../base';

/** Members that carry key material, plaintext or credentials. They never reach a screen of ours. */
const SECRET = new Set([
  'Plaintext',
  'PrivateKeyPlaintext',
  'SharedSecret',
  'SecretAccessKey',
  'SessionToken',
  'KeyStorePassword',
  'RawSecretAccessKey',
]);

/** A blob longer than this is cut. */
const LONGEST_BLOB = 96;

/** A request's or answer's members as pretty-printed JSON; secrets are named by their length alone. */
export function safeJson(value: unknown): string {
  return JSON.stringify(shown(value), null, 2) ?? 'null';
}

function shown(value: unknown): unknown {
  if (value instanceof Uint8Array) return blobText(value);
  if (Array.isArray(value)) return value.map(shown);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET.has(name) ? notShown(inner) : shown(inner)]),
  );
}

function blobText(bytes: Uint8Array): string {
  const text = encodeBase64(bytes.subarray(0, LONGEST_BLOB));
  return bytes.length > LONGEST_BLOB ? `${text.replace(/=*$/, '')}… (${bytes.length} bytes)` : text;
}

function notShown(value: unknown): string {
  if (value instanceof Uint8Array) return `(${value.length} bytes, not shown)`;
  return '(not shown)';
}
