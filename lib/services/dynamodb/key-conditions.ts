import type { Refusal } from '../../aws';
import type { Condition, Operand } from './expressions/condition';
import type { StoredValue } from './records/item';
import type { KeyAttribute, TableRecord } from './records/table';
import { invalidValues, validation } from './rules/errors';
import { typeOf } from './rules/values';

/** What a Query asks of the primary key. */
export interface KeyQuery {
  readonly hash: StoredValue;
  readonly range?: Condition | undefined;
}

/** A Query names one partition, and at most one range of its sort key. */
export function keyQuery(table: TableRecord, condition: Condition): KeyQuery | Refusal {
  const { hash, range } = table.keySchema;
  const parts = condition.kind === 'and' ? [condition.left, condition.right] : [condition];
  const onHash = parts.find((part) => pathOf(part) === hash.name);
  if (!onHash) return validation(`Query condition missed key schema element: ${hash.name}`);
  if (onHash.kind !== 'compare' || onHash.comparator !== '=' || onHash.right.kind !== 'value') {
    return validation('Query key condition not supported');
  }
  const other = parts.find((part) => part !== onHash);
  if (other && (!range || pathOf(other) !== range.name)) {
    const missed = range ? `Query condition missed key schema element: ${range.name}` : undefined;
    return validation(missed ?? 'Query key condition not supported');
  }
  if (other && !isRange(other)) return validation('Query key condition not supported');
  const mismatch = refuseTypes(hash, onHash) ?? (other && range ? refuseTypes(range, other) : undefined);
  return mismatch ?? { hash: onHash.right.value, range: other };
}

function isRange(condition: Condition): boolean {
  if (condition.kind === 'compare') return condition.comparator !== '<>';
  return condition.kind === 'between' || condition.kind === 'begins_with';
}

function pathOf(condition: Condition): string | undefined {
  const operand = condition.kind === 'compare' ? condition.left : undefined;
  const path =
    condition.kind === 'begins_with'
      ? condition.path
      : pathOfOperand(condition.kind === 'between' ? condition.operand : operand);
  return path?.length === 1 ? String(path[0]) : undefined;
}

function pathOfOperand(operand: Operand | undefined): readonly (string | number)[] | undefined {
  return operand?.kind === 'path' ? operand.path : undefined;
}

function refuseTypes(attribute: KeyAttribute, condition: Condition): Refusal | undefined {
  const operands: readonly Operand[] =
    condition.kind === 'compare'
      ? [condition.right]
      : condition.kind === 'between'
        ? [condition.from, condition.to]
        : condition.kind === 'begins_with'
          ? [condition.operand]
          : [];
  const fits = operands.every(
    (operand) => operand.kind === 'value' && typeOf(operand.value) === attribute.type,
  );
  return fits ? undefined : invalidValues('Condition parameter type does not match schema type');
}
