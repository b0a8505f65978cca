import { encodeBase64 } from './base64';

/**
 * One text per value, whatever the order in which its members were written. Members that are
 * undefined are left out; bytes are written as `{"$bytes": base64}`.
 */
export function canonicalText(value: unknown): string {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (value instanceof Uint8Array) return `{"$bytes":"${encodeBase64(value)}"}`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const members = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const name of Object.keys(members).sort()) {
    if (members[name] !== undefined) parts.push(`${JSON.stringify(name)}:${canonicalText(members[name])}`);
  }
  return `{${parts.join(',')}}`;
}

/** Orders by UTF-16 code unit, the same on every machine (`localeCompare` is not). */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
