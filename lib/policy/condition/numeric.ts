import type { Operators } from './operator';
import { orderedOperators } from './ordered';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export const numericOperators: Operators = orderedOperators('Numeric', readNumber);

/** An integer or decimal number; anything else is no number and compares with nothing. */
function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}
