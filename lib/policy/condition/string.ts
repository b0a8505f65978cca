import { compileWildcard, type Test } from '../matching/wildcard';
import type { Operators } from './operator';

const exact =
  (text: string): Test =>
  (value) =>
    value === text;

const ignoringCase = (text: string): Test => {
  const lower = text.toLowerCase();
  return (value) => value.toLowerCase() === lower;
};

/** fact: authorization 6: only the Like operators know wildcards. */
export const stringOperators: Operators = {
  StringEquals: { family: 'String', negated: false, variables: true, reads: 'text', prepare: exact },
  StringNotEquals: { family: 'String', negated: true, variables: true, reads: 'text', prepare: exact },
  StringEqualsIgnoreCase: {
    family: 'String',
    negated: false,
    variables: true,
    reads: 'text',
    prepare: ignoringCase,
  },
  StringNotEqualsIgnoreCase: {
    family: 'String',
    negated: true,
    variables: true,
    reads: 'text',
    prepare: ignoringCase,
  },
  StringLike: {
    family: 'String',
    negated: false,
    variables: true,
    reads: 'pattern',
    prepare: compileWildcard,
  },
  StringNotLike: {
    family: 'String',
    negated: true,
    variables: true,
    reads: 'pattern',
    prepare: compileWildcard,
  },
};
