// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { BlockList, isIP } from 'node:net';
import type { ConditionEntry, Values } from './world.testkit';

/** `ForAnyValue:NumericLessThanIfExists` taken apart. */
export function partsOf(operator: string) {
  const [, qualifier, base = '', ifExists] = /^(?:(\w+):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  return { qualifier, base, ifExists: ifExists !== undefined, negated: base.includes('Not') };
}

/** One value of the policy against one of the request; `undefined` where one of them is not of the type. */
type Compare = (wanted: string, found: string) => boolean | undefined;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e\d+)?$/;
const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

export const isNumber = (text: string) => NUMBER.test(text);
export const isDate = (text: string) => DATE.test(text) || /^\d{5,}$/.test(text);
export const isAddress = (text: string) => isIP(text.split('/')[0] ?? '') !== 0;
export const isArn = (text: string) => text.split(':').length >= 6;

const toDate = (text: string) => (/^\d{5,}$/.test(text) ? Number(text) * 1000 : Date.parse(text));

function ordered(is: (text: string) => boolean, read: (text: string) => number, base: string): Compare {
  const order = (wanted: number, found: number): boolean => {
    if (base.endsWith('LessThanEquals')) return found <= wanted;
    if (base.endsWith('GreaterThanEquals')) return found >= wanted;
    if (base.endsWith('LessThan')) return found < wanted;
    if (base.endsWith('GreaterThan')) return found > wanted;
    return found === wanted;
  };
  return (wanted, found) => (is(wanted) && is(found) ? order(read(wanted), read(found)) : undefined);
}

const isInside: Compare = (wanted, found) => {
  if (!isAddress(wanted) || isIP(found) === 0) return undefined;
  const [network = '', bits] = wanted.split('/');
  const kind = (text: string) => (isIP(text) === 6 ? 'ipv6' : 'ipv4');
  if (kind(network) !== kind(found)) return false;
  const range = new BlockList();
  range.addSubnet(network, Number(bits ?? (isIP(network) === 6 ? 128 : 32)), kind(network));
  return range.check(found, kind(found));
};

const hasSameBytes: Compare = (wanted, found) =>
  BASE64.test(wanted) && BASE64.test(found)
    ? Buffer.from(wanted, 'base64').equals(Buffer.from(found, 'base64'))
    : undefined;

const quoted = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
const glob = (pattern: string, text: string) =>
  new RegExp(`^${quoted(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
const six = (text: string) => [...text.split(':').slice(0, 5), text.split(':').slice(5).join(':')];

const isLikeArn: Compare = (wanted, found) => {
  if (!isArn(wanted)) return wanted.endsWith('*') ? glob(wanted, found) : undefined;
  if (!isArn(found)) return undefined;
  const parts = six(found);
  return six(wanted).every((part, i) => glob(part, parts[i] ?? ''));
};

function compareOf(base: string): Compare | undefined {
  if (base.startsWith('Numeric')) return ordered(isNumber, Number, base);
  if (base.startsWith('Date')) return ordered(isDate, toDate, base);
  if (base.endsWith('IpAddress')) return isInside;
  if (base === 'BinaryEquals') return hasSameBytes;
  return base.startsWith('Arn') ? isLikeArn : undefined;
}

/**
 * The truth of a condition by the tables of fact: authorization 6, worked out without the code under test. Undefined
 * for families that need no second opinion. What is not of the operator's type equals nothing.
 */
export function judge(
  { operator, values }: ConditionEntry,
  found: Values | undefined,
  expand: (text: string) => string | undefined,
): boolean | undefined {
  const { qualifier, base, ifExists, negated } = partsOf(operator);
  const compare = compareOf(base);
  if (!compare) return undefined;
  const present = found === undefined ? [] : typeof found === 'string' ? [found] : found;
  if (present.length === 0) return ifExists || (qualifier ? qualifier === 'ForAllValues' : negated);
  if (!qualifier && present.length > 1) return negated;
  const isSet = qualifier !== undefined && !(present.length === 1 && present[0] === '');
  if (qualifier && !isSet) return qualifier === 'ForAllValues';
  const wanted = values.map((value) => (base.startsWith('Arn') ? expand(value) : value));
  const one = (value: string) => {
    const equal = wanted.some((text) => text !== undefined && compare(text, value) === true);
    return negated ? !equal && !wanted.includes(undefined) : equal;
  };
  return qualifier === 'ForAllValues' ? present.every(one) : present.some(one);
}
