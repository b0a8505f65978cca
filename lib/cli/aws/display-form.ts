import type { Shape } from '../../aws';
import { encodeBase64 } from '../../base';
import { PythonFloat } from './python';

/**
 * The answer as the CLI shows it: members in the order of the shape, unknown ones dropped, bytes as
 * base64, moments as ISO 8601, policies of IAM as JSON.
 */
export function displayForm(shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  switch (shape.kind) {
    case 'blob':
      return encodeBase64(value as Uint8Array);
    case 'string':
      return shape.isPolicy ? JSON.parse(value as string) : value;
    case 'timestamp':
      return isoText(value as number);
    case 'double':
      return new PythonFloat(value as number);
    case 'list':
      return (value as readonly unknown[]).map((item) => displayForm(shape.member, item));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, displayForm(shape.value, item)]),
      );
    case 'structure':
      return displayMembers(shape.members, value as Readonly<Record<string, unknown>>);
    default:
      return value;
  }
}

function displayMembers(
  members: Readonly<Record<string, Shape>>,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shown: [string, unknown][] = [];
  for (const [name, member] of Object.entries(members)) {
    const item = value[name];
    if (item !== undefined && item !== null) shown.push([name, displayForm(member, item)]);
  }
  return Object.fromEntries(shown);
}

/** `2026-11-22T10:00:00+00:00`, with six digits of a second where there is a fraction. */
export function isoText(ms: number): string {
  const text = new Date(ms).toISOString();
  const [seconds, fraction] = [text.slice(0, -5), text.slice(-4, -1)];
  return fraction === '000' ? `${seconds}+00:00` : `${seconds}.${fraction}000+00:00`;
}
