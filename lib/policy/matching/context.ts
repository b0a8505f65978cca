import { needs } from '../../base';

/** What is known of one context key. An empty list of values does not occur: such a key is absent. */
export type KeyState = readonly string[] | 'absent' | 'unknown';

/**
 * The request context as a decision reads it. Key names are case-insensitive, so the evaluator asks for them in
 * lower case (fact: authorization 6). A service may implement this itself to compute values only when asked.
 */
export type Context = { readonly read: (lowerCaseKey: string) => KeyState };

export type ContextScalar = string | number | boolean;

/** A context written down, for a caller that has all values at hand. A key that stands nowhere is absent. */
export type ContextInput = {
  /** An empty list counts as absent. Dates are ISO 8601 texts or epoch seconds, binary values base64. */
  readonly known?: Readonly<Record<string, ContextScalar | readonly ContextScalar[]>>;
  /** Needed only to except keys from a broader `unknown`. */
  readonly absent?: readonly string[];
  /** Names, prefixes ending in `*`, or `'others'`: every key that is neither known nor absent. */
  readonly unknown?: readonly string[] | 'others';
};

/** A key that stands in several lists is known before it is absent, and absent before it is unknown. */
export function createContext(input: ContextInput): Context {
  const states = new Map<string, KeyState>();
  const prefixes: string[] = [];
  const unknown = input.unknown === 'others' ? ['*'] : (input.unknown ?? []);
  for (const name of unknown) {
    if (name.endsWith('*')) prefixes.push(name.slice(0, -1).toLowerCase());
    else states.set(name.toLowerCase(), 'unknown');
  }
  for (const name of input.absent ?? []) states.set(name.toLowerCase(), 'absent');
  for (const [name, value] of Object.entries(input.known ?? {})) {
    const key = name.toLowerCase();
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    if (values.length > 0) states.set(key, mergeValues(states.get(key), values));
  }
  return { read: (key) => states.get(key) ?? (startsWithAny(key, prefixes) ? 'unknown' : 'absent') };
}

/** The same context with some keys made unknown, whatever was known of them. Keys are asked in lower case. */
export function withUnknown(context: Context, isUnknown: (lowerKey: string) => boolean): Context {
  return { read: (key) => (isUnknown(key) ? 'unknown' : context.read(key)) };
}

/**
 * Two spellings of one key become one key with several values, which no single-valued operator matches.
 * fact: authorization 6: keys that differ only by case may bring unexpected denial.
 */
function mergeValues(earlier: KeyState | undefined, values: readonly string[]): readonly string[] {
  return earlier === undefined || typeof earlier === 'string' ? values : [...earlier, ...values];
}

function startsWithAny(key: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => key.startsWith(prefix));
}

/** The names of unknown keys, each once, in the order first met. */
export function mergeKeys(lists: Iterable<readonly string[] | undefined>): readonly string[] {
  const names = new Map<string, string>();
  for (const list of lists) {
    for (const name of list ?? []) {
      needs(name !== '', 'a context key has a name');
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
  }
  return [...names.values()];
}
