import type { StoredItem, StoredValue } from '../records/item';

/** A document path: attribute names and list indexes. */
export type Path = readonly (string | number)[];

export function valueAt(item: StoredItem, path: Path): StoredValue | undefined {
  let value: StoredValue | undefined = { M: item };
  for (const step of path) {
    if (!value) return undefined;
    if (typeof step === 'string') value = 'M' in value ? value.M[step] : undefined;
    else value = 'L' in value ? value.L[step] : undefined;
  }
  return value;
}

/** The item with another value at the path; undefined when what should hold it is not there. */
export function withValue(item: StoredItem, path: Path, value: StoredValue): StoredItem | undefined {
  return asItem(replaced({ M: item }, path, value));
}

/** The item without what stands at the path. */
export function without(item: StoredItem, path: Path): StoredItem | undefined {
  return asItem(replaced({ M: item }, path, undefined));
}

function asItem(value: StoredValue | undefined): StoredItem | undefined {
  return value && 'M' in value ? value.M : undefined;
}

function replaced(
  holder: StoredValue | undefined,
  path: Path,
  value: StoredValue | undefined,
): StoredValue | undefined {
  const [step, ...rest] = path;
  if (holder === undefined || step === undefined) return undefined;
  if (typeof step === 'string')
    return 'M' in holder ? replacedMember(holder.M, step, rest, value) : undefined;
  return 'L' in holder ? replacedElement(holder.L, step, rest, value) : undefined;
}

function replacedMember(
  map: StoredItem,
  name: string,
  rest: Path,
  value: StoredValue | undefined,
): StoredValue | undefined {
  const next = rest.length === 0 ? value : replaced(map[name], rest, value);
  if (rest.length > 0 && !next) return undefined;
  const members = { ...map };
  if (next) members[name] = next;
  else delete members[name];
  return { M: members };
}

function replacedElement(
  list: readonly StoredValue[],
  index: number,
  rest: Path,
  value: StoredValue | undefined,
): StoredValue | undefined {
  const next = rest.length === 0 ? value : replaced(list[index], rest, value);
  if (rest.length > 0 && !next) return undefined;
  // A position behind the end appends.
  const elements = index < list.length ? [...list] : [...list, ...(next ? [next] : [])];
  if (index < list.length) elements.splice(index, 1, ...(next ? [next] : []));
  return { L: elements };
}
