import { arnOperators } from './arn';
import { binaryOperators } from './binary';
import { boolOperators } from './bool';
import { dateOperators } from './date';
import { ipOperators } from './ip';
import { numericOperators } from './numeric';
import type { OperatorDefinition, Operators } from './operator';
import { stringOperators } from './string';

type SetQualifier = 'ForAllValues' | 'ForAnyValue';

/** An operator's text taken apart. */
export type ParsedOperator = {
  /** As in the tables of AWS, whatever the letter case of the document. */
  readonly name: string;
  readonly definition: OperatorDefinition;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
};

const NULL = 'Null';
const IF_EXISTS = 'ifexists';

/** Every operator by its name. fact: authorization 6 */
export const conditionOperators: Operators = {
  ...stringOperators,
  ...numericOperators,
  ...dateOperators,
  ...boolOperators,
  ...binaryOperators,
  ...ipOperators,
  ...arnOperators,
  [NULL]: { family: 'Null', negated: false, variables: false, reads: 'presence' },
};

const byLowerCase = new Map(Object.keys(conditionOperators).map((name) => [name.toLowerCase(), name]));
const qualifiers = new Map<string, SetQualifier>([
  ['forallvalues', 'ForAllValues'],
  ['foranyvalue', 'ForAnyValue'],
]);

/**
 * Takes an operator's text apart: `ForAnyValue:StringLikeIfExists`. Undefined when there is no such operator;
 * Null takes neither IfExists nor a set qualifier. assumed: letter case does not matter.
 */
export function parseOperator(text: string): ParsedOperator | undefined {
  const colon = text.indexOf(':');
  const qualifier = colon === -1 ? undefined : qualifiers.get(text.slice(0, colon).toLowerCase());
  if (colon !== -1 && !qualifier) return undefined;
  const rest = text.slice(colon + 1).toLowerCase();
  const ifExists = rest.endsWith(IF_EXISTS);
  const name = byLowerCase.get(ifExists ? rest.slice(0, -IF_EXISTS.length) : rest);
  const definition = name === undefined ? undefined : conditionOperators[name];
  if (name === undefined || !definition) return undefined;
  if (definition.reads === 'presence' && (ifExists || qualifier)) return undefined;
  return { name, definition, qualifier, ifExists };
}
