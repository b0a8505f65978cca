import type * as z from 'zod';
import { bad, type Read } from './problem';

/** Deeper is nothing that people write; a value from outside may be deep enough to overflow the stack. */
const DEPTH = 40;

/** Fits a value to a schema and names the first part that does not fit. */
export function fitted<T>(what: string, value: unknown, schema: z.ZodType<T>): Read<T> {
  if (deeperThan(value, DEPTH)) return bad(what, `at most ${DEPTH} levels`, 'more');
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  if (!issue) return bad(what, 'another form', inShort(value));
  const part = [what, ...issue.path.map(placeWord)].join(', ');
  if (issue.code === 'unrecognized_keys') return bad(part, 'known members only', issue.keys.join(', '));
  return bad(part, issue.message, inShort(valueAt(value, issue.path)));
}

/** Without recursion, for the same reason. */
function deeperThan(value: unknown, most: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** People count from one. */
function placeWord(step: PropertyKey): string {
  return typeof step === 'number' ? String(step + 1) : String(step);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

const SHOWN = 60;

/** A value in a few words, for the `found` of a problem. */
export function inShort(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    const cut = value.length > SHOWN ? `${value.slice(0, SHOWN)}...` : value;
    return value.length > SHOWN
      ? `${JSON.stringify(cut)} (${value.length.toLocaleString('en-US')} characters)`
      : JSON.stringify(cut);
  }
  if (Array.isArray(value)) return `a list of ${value.length.toLocaleString('en-US')}`;
  if (typeof value === 'object' && value !== null)
    return `an object with ${Object.keys(value).slice(0, 12).join(', ') || 'nothing'}`;
  return String(value);
}
