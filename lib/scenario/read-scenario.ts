import { parse as parseYaml } from 'yaml';
import type * as z from 'zod';
import { bad, fitted, type Read } from '../reading';
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
