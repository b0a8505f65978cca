import { parse as parseYaml } from 'yaml';
import type * as z from 'zod';
import { bad, type Read } from '../run';
import { BOUNDS, type Scenario, scenarioSchema } from './schema';

/** Reads a scenario file (YAML, so JSON as well). A stranger's file is read as strictly as our own. */
export function readScenario(text: string): Read<Scenario> {
  return readContent('scenario', text, scenarioSchema);
}

/** Takes a value that was read before for a scenario, if it is one. */
export function toScenario(value: unknown): Read<Scenario> {
  return fitted('scenario', value, scenarioSchema);
}

/** @param what names the thing in problems: `scenario`, `quiz item`. */
export function readContent<T>(what: string, text: string, schema: z.ZodType<T>): Read<T> {
  if (text.length > BOUNDS.fileLength) {
    const most = `at most ${BOUNDS.fileLength.toLocaleString('en-US')} characters`;
    return bad(what, most, `${text.length.toLocaleString('en-US')} characters`);
  }
  let value: unknown;
  try {
    value = parseYaml(text, { maxAliasCount: 20, logLevel: 'error' });
  } catch (error) {
    return bad(what, 'YAML', error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  return fitted(what, value, schema);
}

/** Fits a value to a schema and names the first part that does not fit. */
export function fitted<T>(what: string, value: unknown, schema: z.ZodType<T>): Read<T> {
  if (deeperThan(value, BOUNDS.depth)) return bad(what, `at most ${BOUNDS.depth} levels`, 'more');
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  if (!issue) return bad(what, 'another form', inShort(value));
  const part = [what, ...issue.path.map(placeWord)].join(', ');
  if (issue.code === 'unrecognized_keys') return bad(part, 'known members only', issue.keys.join(', '));
  return bad(part, issue.message, inShort(valueAt(value, issue.path)));
}

/** Without recursion: a value may be deep enough to overflow the stack. */
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

function inShort(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string')
    return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}...` : value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null)
    return `an object with ${Object.keys(value).join(', ') || 'nothing'}`;
  return String(value);
}
