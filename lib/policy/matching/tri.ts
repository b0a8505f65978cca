/** Three-valued truth, ordered so that "and" is the minimum and "or" the maximum (strong Kleene logic). */
export type Tri = 0 | 1 | 2;

export const NO: Tri = 0;
/** It depends on a context key that nobody knows yet. */
export const MAYBE: Tri = 1;
export const YES: Tri = 2;

/** The same as words, as traces carry it. */
export type Answer = 'no' | 'depends' | 'yes';

const ANSWERS = ['no', 'depends', 'yes'] as const;

export function toAnswer(tri: Tri): Answer {
  return ANSWERS[tri];
}

export function both(a: Tri, b: Tri): Tri {
  return a < b ? a : b;
}

export function either(a: Tri, b: Tri): Tri {
  return a > b ? a : b;
}

export function not(a: Tri): Tri {
  return a === YES ? NO : a === NO ? YES : MAYBE;
}

export function fromBoolean(value: boolean): Tri {
  return value ? YES : NO;
}
