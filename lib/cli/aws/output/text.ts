import { generalError } from '../errors';
import { pythonStr, pythonType } from '../python';
import { byCodePoint, isMapping } from './values';

/** Tab-separated values: scalars of a mapping in one line, the rest below it under their name in capitals. */
export function textLines(value: unknown): string {
  const out: string[] = [];
  write(value, undefined, undefined, out);
  return out.join('');
}

function write(
  value: unknown,
  name: string | undefined,
  keys: readonly string[] | undefined,
  out: string[],
): void {
  if (isMapping(value)) writeMapping(value, name, keys, out);
  else if (Array.isArray(value)) writeList(value, name, out);
  else out.push(`${pythonStr(value)}\n`);
}

function writeList(items: readonly unknown[], name: string | undefined, out: string[]): void {
  if (items.some(isMapping)) {
    const keys = scalarKeys(items);
    for (const item of items) write(item, name, keys, out);
    return;
  }
  const scalars = items.filter((item) => !Array.isArray(item));
  if (scalars.length > 0) writeScalars(scalars, name, out);
  for (const item of items) if (Array.isArray(item)) write(item, name, undefined, out);
}

function writeScalars(items: readonly unknown[], name: string | undefined, out: string[]): void {
  if (name === undefined) out.push(`${items.map(pythonStr).join('\t')}\n`);
  else for (const item of items) out.push(`${name.toUpperCase()}\t${pythonStr(item)}\n`);
}

/** @param keys columns of the list the mapping stands in; its own scalars where it stands alone. */
function writeMapping(
  mapping: Readonly<Record<string, unknown>>,
  name: string | undefined,
  keys: readonly string[] | undefined,
  out: string[],
): void {
  const names = Object.keys(mapping).sort(byCodePoint);
  const columns = keys ?? names.filter((key) => !isNested(mapping[key]));
  const cells = columns.map((key) => (Object.hasOwn(mapping, key) ? pythonStr(mapping[key]) : ''));
  if (cells.length > 0)
    out.push(`${[...(name === undefined ? [] : [name.toUpperCase()]), ...cells].join('\t')}\n`);
  for (const key of names) if (!columns.includes(key)) write(mapping[key], key, undefined, out);
}

function scalarKeys(items: readonly unknown[]): readonly string[] {
  const keys = new Set<string>();
  for (const item of items) {
    if (!isMapping(item))
      throw generalError(`${pythonType(item).slice(7, -1)} object has no attribute 'items'`);
    for (const [key, value] of Object.entries(item)) if (!isNested(value)) keys.add(key);
  }
  return [...keys].sort(byCodePoint);
}

function isNested(value: unknown): boolean {
  return Array.isArray(value) || isMapping(value);
}
