import { pythonFloat, pythonInt } from '../input/argument-parser';
import { jsonText } from '../output/json';
import { PythonFloat } from '../python';
import { ANY, type ArgumentType, mismatch, oneOf, type Reference } from './argument-types';
import { areEqual, byCodePoint, isNumber, typeName } from './values';

export type { Reference };

interface QueryFunction {
  readonly takes: readonly ArgumentType[];
  readonly variadic?: boolean;
  run(args: readonly unknown[], name: string): unknown;
}

type Items = readonly unknown[];
type Mapping = Readonly<Record<string, unknown>>;

const ARRAY = oneOf('array');
const NUMBER = oneOf('number');
const OBJECT = oneOf('object');
const STRING = oneOf('string');
const NUMBERS = oneOf('array-number');
const SORTABLE = oneOf('array-string', 'array-number');
const EXPRESSION = oneOf('expref');

export const FUNCTIONS: Readonly<Record<string, QueryFunction>> = {
  abs: { takes: [NUMBER], run: ([value]) => asKind(value, Math.abs(Number(value))) },
  avg: { takes: [NUMBERS], run: ([items]) => average(items as Items) },
  ceil: { takes: [NUMBER], run: ([value]) => Math.ceil(Number(value)) },
  contains: { takes: [oneOf('array', 'string'), ANY], run: ([where, what]) => contains(where, what) },
  ends_with: { takes: [STRING, STRING], run: ([text, end]) => (text as string).endsWith(end as string) },
  floor: { takes: [NUMBER], run: ([value]) => Math.floor(Number(value)) },
  join: {
    takes: [STRING, oneOf('array-string')],
    run: ([by, items]) => (items as string[]).join(by as string),
  },
  keys: { takes: [OBJECT], run: ([value]) => Object.keys(value as Mapping) },
  length: { takes: [oneOf('string', 'array', 'object')], run: ([value]) => lengthOf(value) },
  map: {
    takes: [EXPRESSION, ARRAY],
    run: ([each, items]) => (items as Items).map((item) => (each as Reference).ask(item)),
  },
  max: { takes: [SORTABLE], run: ([items]) => best(items as Items, items as Items, 1) },
  max_by: {
    takes: [ARRAY, EXPRESSION],
    run: ([items, by], name) => best(items as Items, keysOf(name, items, by), 1),
  },
  merge: { takes: [OBJECT], variadic: true, run: (args) => Object.assign({}, ...args) },
  min: { takes: [SORTABLE], run: ([items]) => best(items as Items, items as Items, -1) },
  min_by: {
    takes: [ARRAY, EXPRESSION],
    run: ([items, by], name) => best(items as Items, keysOf(name, items, by), -1),
  },
  not_null: { takes: [ANY], variadic: true, run: (args) => args.find((arg) => arg !== null) ?? null },
  reverse: { takes: [oneOf('array', 'string')], run: ([value]) => reversed(value) },
  sort: { takes: [SORTABLE], run: ([items]) => sorted(items as Items, items as Items) },
  sort_by: {
    takes: [ARRAY, EXPRESSION],
    run: ([items, by], name) => sorted(items as Items, keysOf(name, items, by)),
  },
  starts_with: {
    takes: [STRING, STRING],
    run: ([text, start]) => (text as string).startsWith(start as string),
  },
  sum: { takes: [NUMBERS], run: ([items]) => total(items as Items) },
  to_array: { takes: [ANY], run: ([value]) => (Array.isArray(value) ? value : [value]) },
  to_number: { takes: [ANY], run: ([value]) => toNumber(value) },
  to_string: { takes: [ANY], run: ([value]) => (typeof value === 'string' ? value : compactJson(value)) },
  type: { takes: [ANY], run: ([value]) => typeName(value) },
  values: { takes: [OBJECT], run: ([value]) => Object.values(value as Mapping) },
};

/** A whole number stays one, a fraction stays a fraction. */
function asKind(like: unknown, value: number): unknown {
  return like instanceof PythonFloat ? new PythonFloat(value) : value;
}

function average(items: Items): unknown {
  return items.length === 0 ? null : new PythonFloat(Number(total(items)) / items.length);
}

function total(items: Items): unknown {
  const sum = items.reduce((soFar: number, item) => soFar + Number(item), 0);
  return items.some((item) => item instanceof PythonFloat) ? new PythonFloat(sum) : sum;
}

function contains(where: unknown, what: unknown): boolean {
  if (typeof where === 'string') return typeof what === 'string' && where.includes(what);
  return (where as Items).some((item) => areEqual(item, what));
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : Object.keys(value as Mapping).length;
}

function reversed(value: unknown): unknown {
  return typeof value === 'string' ? [...value].reverse().join('') : [...(value as Items)].reverse();
}

function keysOf(name: string, items: unknown, by: unknown): Items {
  const keys = (items as Items).map((item) => (by as Reference).ask(item));
  const first = typeName(keys[0]);
  keys.forEach((key, at) => {
    const wanted = first === 'string' || first === 'number' ? [first] : ['string', 'number'];
    if (!wanted.includes(typeName(key))) throw mismatch(name, (items as Items)[at], wanted, typeName(key));
  });
  return keys;
}

function order(a: unknown, b: unknown): number {
  if (isNumber(a) && isNumber(b)) return a.valueOf() - b.valueOf();
  return byCodePoint(String(a), String(b));
}

function sorted(items: Items, keys: Items): Items {
  return items
    .map((item, at) => ({ item, key: keys[at] }))
    .sort((a, b) => order(a.key, b.key))
    .map(({ item }) => item);
}

/** The first item whose key no other one beats. */
function best(items: Items, keys: Items, sign: 1 | -1): unknown {
  let at = 0;
  for (let i = 1; i < items.length; i++) if (sign * order(keys[i], keys[at]) > 0) at = i;
  return items[at] ?? null;
}

function toNumber(value: unknown): unknown {
  if (isNumber(value)) return value;
  if (typeof value !== 'string') return null;
  const whole = pythonInt(value);
  if (whole !== undefined) return whole;
  const fraction = pythonFloat(value);
  return fraction === undefined ? null : new PythonFloat(fraction);
}

/** Without blanks, in ASCII. */
function compactJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(compactJson).join(',')}]`;
  if (typeName(value) !== 'object') return ascii(jsonText(value));
  const members = Object.entries(value as Mapping).map(
    ([key, item]) => `${ascii(jsonText(key))}:${compactJson(item)}`,
  );
  return `{${members.join(',')}}`;
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
