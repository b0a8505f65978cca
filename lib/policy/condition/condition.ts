import type { ConditionElement, PolicyVersion, TextValue } from '../document/document';
import type { Context } from '../matching/context';
import { both, either, fromBoolean, MAYBE, NO, not, type Tri, YES } from '../matching/tri';
import {
  expandPattern,
  expandText,
  isUnresolved,
  noContext,
  parseTemplate,
  type Template,
  type Unresolved,
} from '../matching/variables';
import type { Test } from '../matching/wildcard';
import { readBool } from './bool';
import type { OperatorDefinition } from './operator';
import { type ParsedOperator, parseOperator } from './operators';

/** One value of the policy, prepared as far as possible without a request. */
export type PolicyValue = {
  readonly source: TextValue;
  readonly template: Template;
  /** The comparison of a value without variables; absent when the value is not of the operator's type. */
  readonly test?: Test;
};

/** One operator with one key, prepared for many requests. */
export type CompiledCondition = {
  readonly source: ConditionElement;
  /** Undefined for an unknown operator: such a condition never matches. */
  readonly operator?: ParsedOperator;
  readonly lowerKey: string;
  readonly values: readonly PolicyValue[];
  /** For an operator without set qualifier whose values hold no variable: the comparison of the only value. */
  readonly simpleTest?: Test;
};

/** Never refuses: what cannot be compared is kept and matches nothing, as AWS does with stored policies. */
export function compileCondition(source: ConditionElement, version: PolicyVersion): CompiledCondition {
  const operator = parseOperator(source.operator);
  const values = source.values.map((value) => prepareValue(value, operator?.definition, version));
  const simpleTest = operator && compileSimple(operator, values);
  return { source, operator, lowerKey: source.key.toLowerCase(), values, simpleTest };
}

/** Most conditions are of this shape, and it needs no three-valued logic. */
function compileSimple(
  { definition, qualifier }: ParsedOperator,
  values: readonly PolicyValue[],
): Test | undefined {
  if (qualifier || definition.reads === 'presence') return undefined;
  if (values.some(({ template }) => !template.isConstant)) return undefined;
  const tests = values.flatMap(({ test }) => test ?? []);
  const only = tests[0];
  if (tests.length === 1 && only) return definition.negated ? (value) => !only(value) : only;
  const isAny: Test = (value) => tests.some((test) => test(value));
  return definition.negated ? (value) => !isAny(value) : isAny;
}

/** fact: authorization 6, table of operators and "Combination logic". */
export function testCondition(condition: CompiledCondition, context: Context): Tri {
  const { operator } = condition;
  if (!operator) return NO;
  const state = context.read(condition.lowerKey);
  if (state === 'unknown') return MAYBE;
  if (operator.definition.reads === 'presence') return testPresence(condition, state !== 'absent');
  if (state === 'absent') return fromBoolean(isTrueWithoutKey(operator));
  if (condition.simpleTest && state.length === 1) return fromBoolean(condition.simpleTest(state[0] ?? ''));
  return testValues(condition, operator, state, context);
}

/** What a missing key means. IfExists is asked first: it makes every condition true. */
export function isTrueWithoutKey(operator: ParsedOperator): boolean {
  if (operator.ifExists) return true;
  if (operator.qualifier) return operator.qualifier === 'ForAllValues';
  return operator.definition.negated;
}

/**
 * Without a set operator a key of several values is equal to nothing.
 * assumed: AWS requires a set operator for such keys and leaves open what happens without one.
 */
export function lacksSetOperator(operator: ParsedOperator, values: readonly string[]): boolean {
  return operator.qualifier === undefined && values.length > 1;
}

function testPresence({ values }: CompiledCondition, isPresent: boolean): Tri {
  return fromBoolean(values.some((value) => readBool(value.source.text) === !isPresent));
}

function testValues(
  condition: CompiledCondition,
  operator: ParsedOperator,
  values: readonly string[],
  context: Context,
): Tri {
  const { qualifier } = operator;
  if (lacksSetOperator(operator, values)) return fromBoolean(operator.definition.negated);
  const first = values[0] ?? '';
  if (qualifier === undefined) return matchOne(condition, operator.definition, first, context);
  const isEmpty = values.length === 1 && first === '';
  let result: Tri = qualifier === 'ForAllValues' ? YES : NO;
  if (isEmpty) return result;
  for (const value of values) {
    const one = matchOne(condition, operator.definition, value, context);
    result = qualifier === 'ForAllValues' ? both(result, one) : either(result, one);
  }
  return result;
}

/** One value of the request against all values of the policy: any of them, or for negated operators none. */
export function matchOne(
  { values }: CompiledCondition,
  definition: OperatorDefinition,
  subject: string,
  context: Context,
): Tri {
  let result: Tri = definition.negated ? YES : NO;
  for (const value of values) {
    const one = compareValue(value, definition, subject, context);
    if (one === undefined) result = definition.negated ? NO : result;
    else result = definition.negated ? both(result, not(one)) : either(result, one);
  }
  return result;
}

/**
 * Undefined when a variable of the value has none in this request. fact: authorization 5: then the comparison does
 * not match; assumed: nor does its negation.
 */
function compareValue(
  value: PolicyValue,
  definition: OperatorDefinition,
  subject: string,
  context: Context,
): Tri | undefined {
  if (value.template.isConstant) return fromBoolean(value.test?.(subject) ?? false);
  const test = expandTest(value.template, definition, context);
  if (typeof test === 'object') return test.state === 'unknown' ? MAYBE : undefined;
  return fromBoolean(test?.(subject) ?? false);
}

function prepareValue(
  source: TextValue,
  definition: OperatorDefinition | undefined,
  version: PolicyVersion,
): PolicyValue {
  const hasVariables = definition?.variables ?? false;
  const template = parseTemplate(source.text, hasVariables ? version : '2008-10-17');
  if (!definition || !template.isConstant) return { source, template };
  const test = expandTest(template, definition, noContext);
  return { source, template, test: typeof test === 'function' ? test : undefined };
}

function expandTest(
  template: Template,
  definition: OperatorDefinition,
  context: Context,
): Test | Unresolved | undefined {
  if (definition.reads === 'presence') return undefined;
  if (definition.reads === 'text') {
    const text = expandText(template, context);
    return typeof text === 'string' ? definition.prepare(text) : text;
  }
  const tokens = expandPattern(template, context);
  return isUnresolved(tokens) ? tokens : definition.prepare(tokens);
}
