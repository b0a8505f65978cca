import type { Operators } from './operator';
import { orderedOperators } from './ordered';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export const numericOperators: Operators = orderedOperators('Numeric', {
  read: readNumber,
  next: nextWhole,
});

/** An integer or decimal number; anything else is no number and compares with nothing. */
function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** Limits are written as whole numbers. */
function nextWhole(value: number, isAbove: boolean, mayEqual: boolean): string {
  return String(mayEqual ? value : isAbove ? Math.floor(value) + 1 : Math.ceil(value) - 1);
}
