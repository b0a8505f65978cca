import { isRefusal, type Refusal } from '../../aws';
import { type Bindings, bind, refuseUnused } from './expressions/bindings';
import { type Condition, parseCondition } from './expressions/condition';
import { meets } from './expressions/evaluate';
import type { StoredItem } from './records/item';
import { conditionFailed } from './rules/errors';
import type { AttributeMap } from './rules/shapes';
import { shownItem } from './rules/values';

/** Members that every conditional write shares. */
export interface ConditionalRequest {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: AttributeMap;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

/** The condition of a write and, where it has one, its other expression: both share their placeholders. */
export function readCondition<T = undefined>(
  request: ConditionalRequest,
  other?: {
    readonly text: string | undefined;
    readonly parse: (text: string, bindings: Bindings) => T | Refusal;
  },
): { readonly condition?: Condition | undefined; readonly other?: T | undefined } | Refusal {
  const { ConditionExpression: text } = request;
  const bindings = bind(request, [text, other?.text]);
  if (isRefusal(bindings)) return bindings;
  const parsed = other?.text === undefined ? undefined : other.parse(other.text, bindings);
  if (isRefusal(parsed)) return parsed;
  const condition = text === undefined ? undefined : parseCondition('ConditionExpression', text, bindings);
  if (isRefusal(condition)) return condition;
  return refuseUnused(bindings) ?? { condition, other: parsed as T | undefined };
}

export function refuseUnmet(
  request: ConditionalRequest,
  condition: Condition | undefined,
  held: StoredItem | undefined,
): Refusal | undefined {
  if (!condition || meets(held ?? {}, condition)) return undefined;
  const show = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && held;
  return conditionFailed(show ? shownItem(held) : undefined);
}
