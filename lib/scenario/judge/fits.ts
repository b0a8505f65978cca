import { encodeBase64, isObject } from '../../base';
import type { Matcher } from '../schema';

type Operator = (wanted: Matcher, found: unknown) => boolean;

const OPERATORS: Readonly<Record<string, Operator>> = {
  $gt: (wanted, found) => compared(wanted, found, (a, b) => b > a),
  $gte: (wanted, found) => compared(wanted, found, (a, b) => b >= a),
  $lt: (wanted, found) => compared(wanted, found, (a, b) => b < a),
  $lte: (wanted, found) => compared(wanted, found, (a, b) => b <= a),
  $contains: (wanted, found) => textsOf(wanted, found, (a, b) => b.includes(a)),
  $startsWith: (wanted, found) => textsOf(wanted, found, (a, b) => b.startsWith(a)),
  $oneOf: (wanted, found) => Array.isArray(wanted) && wanted.some((one) => fits(one, found)),
  $absent: (wanted, found) => (found === undefined || found === null) === (wanted === true),
  $not: (wanted, found) => !fits(wanted, found),
};

/** Whether a value is as it should be. Only what is named is compared; bytes compare as base64 text. */
export function fits(wanted: Matcher, found: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && wanted.every((one) => found.some((element) => fits(one, element)));
  }
  if (!isObject(wanted)) return plain(found) === wanted;
  const names = Object.keys(wanted);
  if (names.length > 0 && names.every((name) => Object.hasOwn(OPERATORS, name))) {
    return names.every((name) => OPERATORS[name]?.(wanted[name] as Matcher, found));
  }
  return isObject(found) && names.every((name) => fits(wanted[name] as Matcher, memberOf(found, name)));
}

function memberOf(found: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(found, name) ? found[name] : undefined;
}

function plain(found: unknown): unknown {
  return found instanceof Uint8Array ? encodeBase64(found) : found;
}

/** Numbers, also those DynamoDB writes as text. */
function compared(wanted: Matcher, found: unknown, how: (wanted: number, found: number) => boolean): boolean {
  if (typeof wanted !== 'number') return false;
  const number = typeof found === 'string' && found !== '' ? Number(found) : found;
  return typeof number === 'number' && how(wanted, number);
}

function textsOf(wanted: Matcher, found: unknown, how: (wanted: string, found: string) => boolean): boolean {
  const text = plain(found);
  return typeof wanted === 'string' && typeof text === 'string' && how(wanted, text);
}
