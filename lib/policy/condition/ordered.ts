import type { Test } from '../matching/wildcard';
import type { OperatorDefinition, OperatorFamily } from './operator';

type Read = (text: string) => number | undefined;
type Compare = (value: number, limit: number) => boolean;

const COMPARISONS: Readonly<Record<string, { readonly compare: Compare; readonly negated: boolean }>> = {
  Equals: { compare: (value, limit) => value === limit, negated: false },
  NotEquals: { compare: (value, limit) => value === limit, negated: true },
  LessThan: { compare: (value, limit) => value < limit, negated: false },
  LessThanEquals: { compare: (value, limit) => value <= limit, negated: false },
  GreaterThan: { compare: (value, limit) => value > limit, negated: false },
  GreaterThanEquals: { compare: (value, limit) => value >= limit, negated: false },
};

/** The six operators of a family whose values have an order: `NumericEquals`, `DateLessThan` and so on. */
export function orderedOperators(family: OperatorFamily, read: Read): Record<string, OperatorDefinition> {
  const operators: Record<string, OperatorDefinition> = {};
  for (const [suffix, { compare, negated }] of Object.entries(COMPARISONS)) {
    operators[`${family}${suffix}`] = {
      family,
      negated,
      variables: false,
      reads: 'text',
      prepare: (text) => prepare(text, read, compare),
    };
  }
  return operators;
}

function prepare(text: string, read: Read, compare: Compare): Test | undefined {
  const limit = read(text);
  if (limit === undefined) return undefined;
  return (subject) => {
    const value = read(subject);
    return value !== undefined && compare(value, limit);
  };
}
