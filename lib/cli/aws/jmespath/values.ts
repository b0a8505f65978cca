import { byCodePoint, isMapping } from '../output/values';
import { pythonType } from '../python';
import { JmespathError } from './errors';

export { byCodePoint, isMapping };

/** What `!`, `||`, `&&` and filters take for false. Zero is true. */
export function isFalse(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMapping(value) && Object.keys(value).length === 0;
}

export function isNumber(value: unknown): value is number | number {
  return typeof value === 'number' || value instanceof Number;
}

export function areEqual(left: unknown, right: unknown): boolean {
  if (isNumber(left) && isNumber(right)) return left.valueOf() === right.valueOf();
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => areEqual(item, right[at]));
  }
  if (isMapping(left) && isMapping(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && areEqual(left[name], right[name]))
    );
  }
  return left === right;
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * Negative, zero or positive; undefined where the two have no order.
 * @throws JmespathError for a number beside a text.
 */
export function compareValues(left: unknown, right: unknown, operator: string): number | undefined {
  if (isNumber(left) && isNumber(right)) return left.valueOf() - right.valueOf();
  if (typeof left === 'string' && typeof right === 'string') return byCodePoint(left, right);
  const comparable = (value: unknown) => isNumber(value) || typeof value === 'string';
  if (!comparable(left) || !comparable(right)) return undefined;
  const [a, b] = [left, right].map((value) => pythonType(value).slice("<class '".length, -2));
  throw new JmespathError(`'${SIGNS[operator]}' not supported between instances of '${a}' and '${b}'`);
}

/** The name queries give the type of a value. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isNumber(value)) return 'number';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? 'object' : typeof value;
}
