import { canonicalText, utf8ToBytes } from '../../../base';
import type { StoredItem, StoredValue } from '../records/item';
import { bytesOf, compareValues, typeOf } from '../rules/values';
import type { Comparator, Condition, Operand } from './condition';
import { valueAt } from './paths';

/** Whether an item meets a condition. An attribute that is not there meets nothing but its absence. */
export function meets(item: StoredItem, condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return meets(item, condition.left) && meets(item, condition.right);
    case 'or':
      return meets(item, condition.left) || meets(item, condition.right);
    case 'not':
      return !meets(item, condition.condition);
    case 'exists':
      return (valueAt(item, condition.path) !== undefined) === condition.wanted;
    case 'compare':
      return compares(condition.comparator, resolve(item, condition.left), resolve(item, condition.right));
    case 'between': {
      const value = resolve(item, condition.operand);
      return (
        compares('>=', value, resolve(item, condition.from)) &&
        compares('<=', value, resolve(item, condition.to))
      );
    }
    case 'in': {
      const value = resolve(item, condition.operand);
      return condition.list.some((member) => compares('=', value, resolve(item, member)));
    }
    default:
      return meetsFunction(condition.kind, valueAt(item, condition.path), resolve(item, condition.operand));
  }
}

function resolve(item: StoredItem, operand: Operand): StoredValue | undefined {
  if (operand.kind === 'value') return operand.value;
  const value = valueAt(item, operand.path);
  return operand.kind === 'path' || !value ? value : sizeOf(value);
}

function sizeOf(value: StoredValue): StoredValue | undefined {
  const content: unknown = Object.values(value)[0];
  if ('S' in value) return { N: String(utf8ToBytes(value.S).length) };
  if ('B' in value) return { N: String(bytesOf(value.B).length) };
  if (Array.isArray(content)) return { N: String(content.length) };
  return 'M' in value ? { N: String(Object.keys(value.M).length) } : undefined;
}

function compares(
  comparator: Comparator,
  left: StoredValue | undefined,
  right: StoredValue | undefined,
): boolean {
  if (!left || !right) return comparator === '<>' && left !== right;
  if (comparator === '=') return equal(left, right);
  if (comparator === '<>') return !equal(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  if (comparator === '<') return order < 0;
  if (comparator === '<=') return order <= 0;
  return comparator === '>' ? order > 0 : order >= 0;
}

/** Sets are equal whatever the order of their members. */
function equal(a: StoredValue, b: StoredValue): boolean {
  return canonicalText(unordered(a)) === canonicalText(unordered(b));
}

function unordered(value: StoredValue): StoredValue {
  if ('SS' in value) return { SS: [...value.SS].sort() };
  if ('NS' in value) return { NS: [...value.NS].sort() };
  if ('BS' in value) return { BS: [...value.BS].sort() };
  return value;
}

function meetsFunction(
  kind: 'attribute_type' | 'begins_with' | 'contains',
  value: StoredValue | undefined,
  wanted: StoredValue | undefined,
): boolean {
  if (!value || !wanted) return false;
  if (kind === 'attribute_type') return 'S' in wanted && wanted.S === typeOf(value);
  if (kind === 'begins_with') return beginsWith(value, wanted);
  if ('S' in value) return 'S' in wanted && value.S.includes(wanted.S);
  if ('SS' in value) return 'S' in wanted && value.SS.includes(wanted.S);
  if ('NS' in value) return 'N' in wanted && value.NS.includes(wanted.N);
  if ('BS' in value) return 'B' in wanted && value.BS.includes(wanted.B);
  return 'L' in value && value.L.some((member) => equal(member, wanted));
}

function beginsWith(value: StoredValue, start: StoredValue): boolean {
  if ('S' in value && 'S' in start) return value.S.startsWith(start.S);
  if (!('B' in value) || !('B' in start)) return false;
  const [bytes, first] = [bytesOf(value.B), bytesOf(start.B)];
  return first.every((byte, at) => bytes[at] === byte);
}
