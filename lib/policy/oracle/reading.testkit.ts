// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { judge } from './judge.testkit';
import { type ConditionEntry, contextOf, settleConditions, type Values, type World } from './world.testkit';

export const valuesIn = (found: Values | undefined): readonly string[] =>
  found === undefined ? [] : typeof found === 'string' ? [found] : found;

export function readContext(world: World): (key: string) => Values | undefined {
  const lower = Object.entries(contextOf(world)).map(([key, value]) => [key.toLowerCase(), value] as const);
  const byKey = new Map(lower);
  return (key) => byKey.get(key.toLowerCase());
}

/** One variable is enough: no value of these worlds has two. The escapes of single characters are none. */
export const VARIABLE = /\$\{(?![$*?]\})([^}]+)\}/;

/** Settles the conditions of one sort by the tables of the facts. */
export function byTheTables(
  applies: (entry: ConditionEntry, found: readonly string[]) => boolean,
): (world: World) => World {
  return (world) => {
    const read = readContext(world);
    const expand = (text: string) => {
      const [variable, name] = VARIABLE.exec(text) ?? [];
      if (variable === undefined || name === undefined) return text.replaceAll('${$}', '$');
      const value = read(name);
      return typeof value === 'string' ? text.replace(variable, value) : undefined;
    };
    return settleConditions(world, (entry) => {
      const found = read(entry.key);
      return applies(entry, valuesIn(found)) ? judge(entry, found, expand) : undefined;
    });
  };
}

export function replaceIn<T>(value: T, from: string, to: string): T {
  const text = JSON.stringify(value);
  return text.includes(from) ? JSON.parse(text.replaceAll(from, to)) : value;
}

export function mergeOperators(parts: readonly [string, Record<string, unknown>][]): Record<string, unknown> {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const [operator, byKey] of parts) merged[operator] = { ...merged[operator], ...byKey };
  return merged;
}
