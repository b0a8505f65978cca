import type { Test } from '../matching/wildcard';
import type { OperatorDefinition, OperatorFamily } from './operator';

type Compare = (value: number, limit: number) => boolean;

/** How the values of a family are read and written. */
export type Scale = {
  readonly read: (text: string) => number | undefined;
  /** The next value that people would name, above or below one; the value itself where `mayEqual` lets it be. */
  readonly next: (value: number, isAbove: boolean, mayEqual: boolean) => string | undefined;
};

type Comparison = {
  readonly compare: Compare;
  readonly negated: boolean;
  /** Of a limit: on which side of it values are, and whether it counts itself. */
  readonly bound?: { readonly isUpper: boolean; readonly orEquals: boolean };
};

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  Equals: { compare: (value, limit) => value === limit, negated: false },
  NotEquals: { compare: (value, limit) => value === limit, negated: true },
  LessThan: bounded((value, limit) => value < limit, true, false),
  LessThanEquals: bounded((value, limit) => value <= limit, true, true),
  GreaterThan: bounded((value, limit) => value > limit, false, false),
  GreaterThanEquals: bounded((value, limit) => value >= limit, false, true),
};

function bounded(compare: Compare, isUpper: boolean, orEquals: boolean): Comparison {
  return { compare, negated: false, bound: { isUpper, orEquals } };
}

/** The six operators of a family whose values have an order: `NumericEquals`, `DateLessThan` and so on. */
export function orderedOperators(family: OperatorFamily, scale: Scale): Record<string, OperatorDefinition> {
  const operators: Record<string, OperatorDefinition> = {};
  for (const [suffix, { compare, negated, bound }] of Object.entries(COMPARISONS)) {
    operators[`${family}${suffix}`] = {
      family,
      negated,
      variables: false,
      reads: 'text',
      prepare: (text) => prepare(text, scale.read, compare),
      meet: bound && ((fixed, moves, holds) => meet(scale, bound, fixed, { moves, holds })),
    };
  }
  return operators;
}

function prepare(text: string, read: Scale['read'], compare: Compare): Test | undefined {
  const limit = read(text);
  if (limit === undefined) return undefined;
  return (subject) => {
    const value = read(subject);
    return value !== undefined && compare(value, limit);
  };
}

function meet(
  { read, next }: Scale,
  { isUpper, orEquals }: Required<Comparison>['bound'],
  fixed: string,
  { moves, holds }: { readonly moves: 'limit' | 'subject'; readonly holds: boolean },
): string | undefined {
  const value = read(fixed);
  if (value === undefined) return undefined;
  const isLimitAbove = isUpper === holds;
  const moved = next(value, moves === 'limit' ? isLimitAbove : !isLimitAbove, orEquals === holds);
  return moved !== undefined && read(moved) !== undefined ? moved : undefined;
}
