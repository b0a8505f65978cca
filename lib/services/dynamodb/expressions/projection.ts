import type { Refusal } from '../../../aws';
import type { StoredItem, StoredValue } from '../records/item';
import type { Bindings } from './bindings';
import { type Parser, parseWhole } from './parser';
import { type Path, valueAt } from './paths';

export function parseProjection(text: string, bindings: Bindings): readonly Path[] | Refusal {
  return parseWhole('ProjectionExpression', text, bindings, parsePaths);
}

function parsePaths(parser: Parser): readonly Path[] {
  const paths = [parser.path()];
  while (parser.accept(',')) paths.push(parser.path());
  return paths;
}

/** Only what the paths name. Elements taken from a list close ranks. */
export function projected(item: StoredItem, paths: readonly Path[] | undefined): StoredItem {
  if (!paths) return item;
  const result: Record<string, StoredValue> = {};
  for (const path of paths) {
    const value = valueAt(item, path);
    const [name, ...rest] = path;
    if (value && typeof name === 'string') result[name] = merged(result[name], rest, value);
  }
  return result;
}

function merged(held: StoredValue | undefined, path: Path, value: StoredValue): StoredValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const elements = held && 'L' in held ? held.L : [];
    return { L: [...elements, merged(undefined, rest, value)] };
  }
  const members = held && 'M' in held ? held.M : {};
  return { M: { ...members, [step]: merged(members[step], rest, value) } };
}
