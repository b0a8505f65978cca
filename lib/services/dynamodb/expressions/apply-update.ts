import { isRefusal, type Refusal } from '../../../aws';
import type { StoredItem, StoredValue } from '../records/item';
import { addDecimals, decimalText, negated } from '../rules/decimal';
import { validation } from '../rules/errors';
import { decimalOf, typeOf } from '../rules/values';
import { valueAt, without, withValue } from './paths';
import type { Action, Term } from './update';

/** The item after an update. Every term sees the item as it was before. */
export function updated(item: StoredItem, actions: readonly Action[]): StoredItem | Refusal {
  let result = item;
  for (const action of actions) {
    const next = applied(item, result, action);
    if (!next) return validation('The document path provided in the update expression is invalid for update');
    if (isRefusal(next)) return next;
    result = next;
  }
  return result;
}

function applied(before: StoredItem, item: StoredItem, action: Action): StoredItem | Refusal | undefined {
  const held = valueAt(item, action.path);
  switch (action.kind) {
    case 'REMOVE':
      return held ? without(item, action.path) : item;
    case 'SET': {
      const value = evaluate(before, action.term);
      return isRefusal(value) ? value : withValue(item, action.path, value);
    }
    case 'ADD': {
      const value = held ? sum(held, action.value) : action.value;
      if (!value || !['N', 'SS', 'NS', 'BS'].includes(typeOf(value)))
        return wrongOperand('ADD', action.value);
      return withValue(item, action.path, value);
    }
    case 'DELETE':
      return removedFromSet(item, action.path, held, action.value);
  }
}

function evaluate(item: StoredItem, term: Term): StoredValue | Refusal {
  switch (term.kind) {
    case 'value':
      return term.value;
    case 'path':
      return valueAt(item, term.path) ?? missing();
    case 'size':
      return validation(
        'Invalid UpdateExpression: The function is not allowed in an update expression; function: size',
      );
    case 'if_not_exists':
      return valueAt(item, term.path) ?? evaluate(item, term.otherwise);
    case 'list_append':
      return append(evaluate(item, term.first), evaluate(item, term.second));
    default:
      return arithmetic(term.kind, evaluate(item, term.left), evaluate(item, term.right));
  }
}

function missing(): Refusal {
  return validation('The provided expression refers to an attribute that does not exist in the item');
}

function append(first: StoredValue | Refusal, second: StoredValue | Refusal): StoredValue | Refusal {
  if (isRefusal(first)) return first;
  if (isRefusal(second)) return second;
  if (!('L' in first)) return wrongOperand('list_append', first);
  if (!('L' in second)) return wrongOperand('list_append', second);
  return { L: [...first.L, ...second.L] };
}

function arithmetic(
  kind: '+' | '-',
  left: StoredValue | Refusal,
  right: StoredValue | Refusal,
): StoredValue | Refusal {
  if (isRefusal(left)) return left;
  if (isRefusal(right)) return right;
  if (!('N' in left)) return wrongOperand(kind, left);
  if (!('N' in right)) return wrongOperand(kind, right);
  const added = decimalOf(right.N);
  return { N: decimalText(addDecimals(decimalOf(left.N), kind === '+' ? added : negated(added))) };
}

function wrongOperand(operator: string, value: StoredValue): Refusal {
  const what = `operator or function: ${operator}, operand type: ${typeOf(value)}`;
  return validation(`Invalid UpdateExpression: Incorrect operand type for operator or function; ${what}`);
}

function sum(held: StoredValue, added: StoredValue): StoredValue | undefined {
  if ('N' in held && 'N' in added) {
    return { N: decimalText(addDecimals(decimalOf(held.N), decimalOf(added.N))) };
  }
  if ('SS' in held && 'SS' in added) return { SS: [...new Set([...held.SS, ...added.SS])] };
  if ('NS' in held && 'NS' in added) return { NS: [...new Set([...held.NS, ...added.NS])] };
  if ('BS' in held && 'BS' in added) return { BS: [...new Set([...held.BS, ...added.BS])] };
  return undefined;
}

function removedFromSet(
  item: StoredItem,
  path: Action['path'],
  held: StoredValue | undefined,
  value: StoredValue,
): StoredItem | Refusal | undefined {
  const type = typeOf(value);
  if (type !== 'SS' && type !== 'NS' && type !== 'BS') return wrongOperand('DELETE', value);
  if (!held) return item;
  if (typeOf(held) !== type) return wrongOperand('DELETE', held);
  const [members = []] = Object.values(held) as string[][];
  const [gone = []] = Object.values(value) as string[][];
  const rest = members.filter((member) => !gone.includes(member));
  if (rest.length === 0) return without(item, path);
  return withValue(item, path, { [type]: rest } as unknown as StoredValue);
}
