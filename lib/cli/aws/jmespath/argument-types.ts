import { pythonStr, pythonType } from '../python';
import { JmespathError } from './errors';
import { isMapping, typeName } from './values';

/** What an argument of a function may be. */
export interface ArgumentType {
  /** @throws JmespathError where the value is something else. */
  check(functionName: string, value: unknown): void;
}

/** An expression handed to a function: `&Name`. */
export interface Reference {
  ask(value: unknown): unknown;
}

export const ANY: ArgumentType = { check: () => undefined };

/** One of the types by their query names; `array-string` is an array of texts alone. */
export function oneOf(...types: readonly string[]): ArgumentType {
  return {
    check: (functionName, value) => {
      const found = isReference(value) ? 'expref' : typeName(value);
      if (types.includes(found)) return;
      const members = types
        .filter((type) => type.startsWith('array-'))
        .map((type) => type.slice('array-'.length));
      if (found !== 'array' || members.length === 0) throw mismatch(functionName, value, types, found);
      checkMembers(functionName, value as readonly unknown[], types, members);
    },
  };
}

function checkMembers(
  functionName: string,
  items: readonly unknown[],
  types: readonly string[],
  members: readonly string[],
): void {
  // All of one kind: that of the first decides.
  const first = items[0];
  const wanted = members.includes(typeName(first)) ? [typeName(first)] : members;
  for (const item of items) {
    if (!wanted.includes(typeName(item))) throw mismatch(functionName, item, types, pythonName(item));
  }
}

export function mismatch(
  functionName: string,
  value: unknown,
  types: readonly string[],
  found: string,
): JmespathError {
  const wanted = types.map((type) => `'${type}'`).join(', ');
  return new JmespathError(
    `In function ${functionName}(), invalid type for value: ${pythonStr(value)}, expected one of: [${wanted}], received: "${found}"`,
  );
}

function pythonName(value: unknown): string {
  return pythonType(value).slice("<class '".length, -2);
}

function isReference(value: unknown): value is Reference {
  return isMapping(value) && typeof value.ask === 'function';
}
