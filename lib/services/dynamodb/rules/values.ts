import { isRefusal, type Refusal } from '../../../aws';
import { byCodeUnit, bytesToHex, decodeBase64, encodeBase64, needs, utf8ToBytes } from '../../../base';
import type { StoredItem, StoredValue } from '../records/item';
import {
  compareDecimals,
  type Decimal,
  decimalText,
  MOST_DIGITS,
  parseDecimal,
  significantDigits,
} from './decimal';
import { validation } from './errors';
import type { AttributeMap, AttributeValue } from './shapes';

export type ValueType = 'S' | 'N' | 'B' | 'SS' | 'NS' | 'BS' | 'M' | 'L' | 'NULL' | 'BOOL';

export function typeOf(value: StoredValue): ValueType {
  return Object.keys(value)[0] as ValueType;
}

/** A value from a request as it is kept, or what is wrong with it. Numbers are kept in DynamoDB's plain notation. */
function stored(value: AttributeValue): StoredValue | Refusal {
  const present = Object.entries(value).filter(([, content]) => content !== undefined);
  const [entry, second] = present;
  if (!entry) return validation(`Supplied AttributeValue is empty, ${ONE_TYPE}`);
  if (second) return validation(`Supplied AttributeValue has more than one datatypes set, ${ONE_TYPE}`);
  if (value.M) return storedMap(value.M);
  if (value.L) return storedList(value.L);
  if (value.N !== undefined) return storedNumber(value.N);
  if (value.B) return { B: encodeBase64(value.B) };
  if (value.SS) return storedSet('SS', value.SS);
  if (value.NS) return storedNumbers(value.NS);
  if (value.BS) return storedSet('BS', value.BS.map(encodeBase64));
  return value as StoredValue;
}

const ONE_TYPE = 'must contain exactly one of the supported datatypes';

export function storedItem(item: AttributeMap): StoredItem | Refusal {
  const kept: Record<string, StoredValue> = {};
  for (const [name, value] of Object.entries(item)) {
    const one = stored(value);
    if (isRefusal(one)) return one;
    kept[name] = one;
  }
  return kept;
}

function storedMap(map: AttributeMap): StoredValue | Refusal {
  const kept = storedItem(map);
  return isRefusal(kept) ? kept : { M: kept };
}

function storedList(list: readonly AttributeValue[]): StoredValue | Refusal {
  const kept: StoredValue[] = [];
  for (const value of list) {
    const one = stored(value);
    if (isRefusal(one)) return one;
    kept.push(one);
  }
  return { L: kept };
}

function storedNumber(text: string): { readonly N: string } | Refusal {
  const decimal = parseDecimal(text);
  if (!decimal) {
    const what = text === '' ? 'The parameter cannot be converted to a numeric value' : cannotConvert(text);
    return validation(what);
  }
  if (significantDigits(decimal) > MOST_DIGITS) {
    return validation('Attempting to store more than 38 significant digits in a Number');
  }
  return { N: decimalText(decimal) };
}

function cannotConvert(text: string): string {
  return `The parameter cannot be converted to a numeric value: ${text}`;
}

function storedNumbers(texts: readonly string[]): StoredValue | Refusal {
  const kept: string[] = [];
  for (const text of texts) {
    const one = storedNumber(text);
    if (isRefusal(one)) return one;
    kept.push(one.N);
  }
  return storedSet('NS', kept);
}

function storedSet(type: 'SS' | 'NS' | 'BS', members: readonly string[]): StoredValue | Refusal {
  const invalid = 'One or more parameter values were invalid:';
  if (members.length === 0) {
    const noun = { SS: 'string', NS: 'number', BS: 'binary' }[type];
    return validation(`${invalid} An ${noun} set  may not be empty`);
  }
  if (new Set(members).size < members.length) {
    return validation(`${invalid} Input collection [${members.join(', ')}] contains duplicates.`);
  }
  return { [type]: members } as unknown as StoredValue;
}

/** A stored value as the API answers it. */
function shown(value: StoredValue): AttributeValue {
  if ('B' in value) return { B: bytesOf(value.B) };
  if ('BS' in value) return { BS: value.BS.map(bytesOf) };
  if ('M' in value) return { M: shownItem(value.M) };
  if ('L' in value) return { L: value.L.map(shown) };
  return value;
}

export function shownItem(item: StoredItem): AttributeMap {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, shown(value)]));
}

export function bytesOf(base64: string): Uint8Array {
  const bytes = decodeBase64(base64);
  needs(bytes, 'a stored binary value is base64');
  return bytes;
}

/** Order of two values of one type; undefined where the types differ or have no order. */
export function compareValues(a: StoredValue, b: StoredValue): number | undefined {
  if ('S' in a && 'S' in b) return byCodeUnit(hexOfText(a.S), hexOfText(b.S));
  if ('N' in a && 'N' in b) return compareDecimals(decimalOf(a.N), decimalOf(b.N));
  if ('B' in a && 'B' in b) return byCodeUnit(bytesToHex(bytesOf(a.B)), bytesToHex(bytesOf(b.B)));
  return undefined;
}

/** Strings are ordered by their UTF-8 bytes. */
function hexOfText(text: string): string {
  return bytesToHex(utf8ToBytes(text));
}

export function decimalOf(text: string): Decimal {
  const decimal = parseDecimal(text);
  needs(decimal, 'a stored number is a number');
  return decimal;
}

/** What an item weighs, in bytes. assumed: AWS's published rule of thumb for names, numbers and nesting */
export function sizeOfItem(item: StoredItem): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += utf8ToBytes(name).length + sizeOfValue(value);
  return size;
}

function sizeOfValue(value: StoredValue): number {
  if ('S' in value) return utf8ToBytes(value.S).length;
  if ('N' in value) return Math.ceil(value.N.replace(/\D/g, '').length / 2) + 1;
  if ('B' in value) return bytesOf(value.B).length;
  if ('SS' in value) return sum(value.SS.map((text) => utf8ToBytes(text).length));
  if ('NS' in value) return sum(value.NS.map((text) => Math.ceil(text.length / 2) + 1));
  if ('BS' in value) return sum(value.BS.map((text) => bytesOf(text).length));
  if ('M' in value) return 3 + sizeOfItem(value.M) + Object.keys(value.M).length;
  if ('L' in value) return 3 + sum(value.L.map((member) => sizeOfValue(member) + 1));
  return 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
