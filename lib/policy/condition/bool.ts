import type { Test } from '../matching/wildcard';
import type { Operators } from './operator';

export const boolOperators: Operators = {
  Bool: { family: 'Bool', negated: false, variables: true, reads: 'text', prepare: prepareBool },
};

/** `true` or `false`. assumed: in any letter case. */
export function readBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

function prepareBool(text: string): Test | undefined {
  const wanted = readBool(text);
  return wanted === undefined ? undefined : (value) => readBool(value) === wanted;
}
