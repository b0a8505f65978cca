import type * as z from 'zod';

/** What is wrong with something that was brought from outside. */
export interface Problem {
  /** `share link, checksum`, `run file, cells 3, source` */
  readonly part: string;
  readonly expected: string;
  readonly found: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function bad<T>(part: string, expected: string, found: string): Read<T> {
  return { ok: false, problem: { part, expected, found } };
}

export function problemSentence({ part, expected, found }: Problem): string {
  return `The ${part} cannot be read: expected ${expected}, found ${found}.`;
}

const SHOWN = 60;

/** A value in a few words, for the `found` of a problem. */
export function inShort(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    const cut = value.length > SHOWN ? `${value.slice(0, SHOWN)}...` : value;
    return `${JSON.stringify(cut)} (${value.length.toLocaleString('en-US')} characters)`;
  }
  if (Array.isArray(value)) return `a list of ${value.length.toLocaleString('en-US')}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/** Reads a value by its schema and names the first part that does not fit. */
export function parsed<T>(what: string, schema: z.ZodType<T>, value: unknown): Read<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const path = issue?.path ?? [];
  const part = [what, ...path.map(placeWord)].join(', ');
  return bad(part, issue?.message ?? 'another form', inShort(valueAt(value, path)));
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
