/**
 * The newer of two values as they come from the engine, with every part that is as it was taken over from the
 * older one: what has not changed is not drawn again.
 */
export function takenOver<T>(before: unknown, after: T): T {
  if (before === after || !isTree(before) || !isTree(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const names = Object.keys(after);
  const parts = names.map((name) => takenOver(before[name], after[name]));
  const isSame =
    names.length === Object.keys(before).length && names.every((name, at) => before[name] === parts[at]);
  if (isSame) return before as T;
  if (Array.isArray(after)) return parts as T;
  return Object.fromEntries(names.map((name, at) => [name, parts[at]])) as T;
}

type Tree = Readonly<Record<string, unknown>>;

/** A list or a plain object. */
function isTree(value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null) return false;
  const kind = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === Array.prototype;
}
