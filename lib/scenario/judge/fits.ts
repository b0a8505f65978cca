import { encodeBase64, isObject } from '../../base';
import type { Matcher, OPERATOR_NAMES } from '../schema';

type Operator = (wanted: Matcher, found: unknown) => boolean;

const OPERATORS: Readonly<Record<(typeof OPERATOR_NAMES)[number], Operator>> = {
  $gt: (wanted, found) => compared(wanted, found, (a, b) => b > a),
  $gte: (wanted, found) => compared(wanted, found, (a, b) => b >= a),
  $lt: (wanted, found) => compared(wanted, found, (a, b) => b < a),
  $lte: (wanted, found) => compared(wanted, found, (a, b) => b <= a),
  $contains: (wanted, found) => textsOf(wanted, found, (a, b) => b.includes(a)),
  $startsWith: (wanted, found) => textsOf(wanted, found, (a, b) => b.startsWith(a)),
  $oneOf: (wanted, found) => Array.isArray(wanted) && wanted.some((one) => fits(one, found)),
  $absent: (wanted, found) => (found === undefined || found === null) === (wanted === true),
  $not: (wanted, found) => !fits(wanted, found),
  $some: (wanted, found) => listOf(found).some((one) => fits(wanted, one)),
  $every: (wanted, found) => listOf(found).length > 0 && listOf(found).every((one) => fits(wanted, one)),
  $none: (wanted, found) => !listOf(found).some((one) => fits(wanted, one)),
  $count: (wanted, found) => fits(wanted, listOf(found).length),
  $json: (wanted, found) => fits(wanted, parsed(found)),
};

function operatorOf(name: string): Operator | undefined {
  return Object.hasOwn(OPERATORS, name) ? OPERATORS[name as keyof typeof OPERATORS] : undefined;
}

/** Whether a value is as it should be. Only what is named is compared; bytes compare as base64 text. */
export function fits(wanted: Matcher, found: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && wanted.every((one) => found.some((element) => fits(one, element)));
  }
  if (!isObject(wanted)) return plain(found) === wanted;
  const names = Object.keys(wanted);
  if (names.length > 0 && names.every(operatorOf)) {
    return names.every((name) => operatorOf(name)?.(wanted[name] as Matcher, found));
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

/** Where AWS leaves an empty list out, there is one without elements; a single element of a policy is a list of one. */
function listOf(found: unknown): readonly unknown[] {
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

/** Nothing where it is no JSON. */
function parsed(found: unknown): unknown {
  if (typeof found !== 'string') return undefined;
  try {
    return JSON.parse(found);
  } catch {
    return undefined;
  }
}
