import { isRefusal, type Refusal } from '../../../aws';
import type { StoredItem } from '../records/item';
import { validation } from '../rules/errors';
import type { AttributeMap } from '../rules/shapes';
import { storedItem } from '../rules/values';

/** What `#name` and `:value` stand for in the expressions of one request, and which of them were used. */
export interface Bindings {
  readonly names: Readonly<Record<string, string>>;
  readonly values: StoredItem;
  readonly used: Set<string>;
}

interface Given {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: AttributeMap;
}

/** @param expressions the expressions of the request, of which at least one must use what is given. */
export function bind(given: Given, expressions: readonly (string | undefined)[]): Bindings | Refusal {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = given;
  const none = expressions.every((expression) => expression === undefined);
  for (const [member, map] of Object.entries({
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  })) {
    if (map && none) return validation(`${member} can only be specified when using expressions`);
    if (map && Object.keys(map).length === 0) return validation(`${member} must not be empty`);
    const pattern = member === 'ExpressionAttributeNames' ? /^#\w+$/ : /^:\w+$/;
    const odd = Object.keys(map ?? {}).find((key) => !pattern.test(key));
    if (odd !== undefined) return validation(`${member} contains invalid key: Syntax error; key: "${odd}"`);
  }
  const stored = storedItem(values ?? {});
  if (isRefusal(stored)) return stored;
  return { names: names ?? {}, values: stored, used: new Set() };
}

export function refuseUnused({ names, values, used }: Bindings): Refusal | undefined {
  for (const [member, map] of Object.entries({
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  })) {
    const unused = Object.keys(map).filter((key) => !used.has(key));
    if (unused.length > 0)
      return validation(`Value provided in ${member} unused in expressions: keys: {${unused.join(', ')}}`);
  }
  return undefined;
}
