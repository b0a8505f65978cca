import type { Context, KeyState } from '../matching/context';
import { type Answer, MAYBE, toAnswer, YES } from '../matching/tri';
import { expandText, isUnresolved } from '../matching/variables';
import {
  type CompiledCondition,
  isTrueWithoutKey,
  lacksSetOperator,
  matchOne,
  type PolicyValue,
  testCondition,
} from './condition';
import type { ParsedOperator } from './operators';
import { unknownConditionKeys } from './unknown-keys';
import { describeFound, describeWanted, quoteAll, spellOperator } from './words';

/** A condition against one request, with the sentence a learner reads. */
export type ConditionExplanation = {
  readonly result: Answer;
  readonly explain: string;
  /** The policy's values with their variables filled in as far as possible. */
  readonly wanted: readonly string[];
  readonly found: KeyState;
  /** The keys that would settle a `depends`. */
  readonly depends: readonly string[];
};

/** The same verdict as `testCondition`, with the values that led to it. */
export function explainCondition(condition: CompiledCondition, context: Context): ConditionExplanation {
  const result = testCondition(condition, context);
  const found = context.read(condition.lowerKey);
  const wanted = condition.values.map((value) => fillIn(value, context).text);
  return {
    result: toAnswer(result),
    explain: describe(condition, found, wanted, context),
    wanted,
    found,
    depends: result === MAYBE ? unknownConditionKeys(condition, context) : [],
  };
}

function describe(
  condition: CompiledCondition,
  found: KeyState,
  wanted: readonly string[],
  context: Context,
): string {
  const { operator, source } = condition;
  if (!operator) return `\`${source.operator}\` is no condition operator, so this condition never matches.`;
  const wants =
    operator.definition.reads === 'presence' ? describePresence(condition) : describeWanted(operator, wanted);
  if (found === 'unknown') return `\`${source.key}\` is not known yet; the policy wants ${wants}.`;
  if (operator.definition.reads === 'presence') {
    const state = found === 'absent' ? 'is not in the request' : 'is in the request';
    return `\`${source.key}\` ${state}; the policy wants ${wants}.`;
  }
  if (found === 'absent') return describeAbsent(source.key, operator, wants);
  if (lacksSetOperator(operator, found)) {
    return `${describeFound(source.key, found)}; without ForAnyValue or ForAllValues several values equal nothing, the policy wants ${wants}.`;
  }
  return describeValues(condition, operator, found, wants, context);
}

function describePresence({ values }: CompiledCondition): string {
  return values
    .map((value) => (value.source.text.toLowerCase() === 'true' ? 'it absent' : 'it present'))
    .join(' or ');
}

function describeAbsent(key: string, operator: ParsedOperator, wants: string): string {
  const name = spellOperator(operator);
  const consequence = isTrueWithoutKey(operator)
    ? `${name} is true without it`
    : `${name} is false without it`;
  return `\`${key}\` is not in the request, and ${consequence}; the policy wants ${wants}.`;
}

function describeValues(
  condition: CompiledCondition,
  operator: ParsedOperator,
  found: readonly string[],
  wants: string,
  context: Context,
): string {
  const culprits = found.filter((value) => matchOne(condition, operator.definition, value, context) !== YES);
  const scope =
    operator.qualifier === 'ForAllValues' ? ' for every value' : operator.qualifier ? ' for one value' : '';
  const those =
    operator.qualifier === 'ForAllValues' && found.length > 1 && culprits.length > 0
      ? `, but not ${quoteAll(culprits)}`
      : '';
  const sentence = `${describeFound(condition.source.key, found)}${those}, the policy wants ${wants}${scope}.`;
  return [sentence, ...describeValueFaults(condition, operator, context)].join(' ');
}

/** A sentence for each value of the policy that can match nothing. */
function describeValueFaults(
  { values }: CompiledCondition,
  operator: ParsedOperator,
  context: Context,
): string[] {
  return values.flatMap((value) => {
    const filled = fillIn(value, context);
    if (filled.unresolved) {
      const state =
        filled.unresolved.state === 'absent' ? 'has no single value in this request' : 'is not known yet';
      return [`The variable \`${filled.unresolved.key}\` ${state}.`];
    }
    const isUnreadable = value.template.isConstant && !value.test;
    return isUnreadable ? [`\`${filled.text}\` is no ${operator.definition.family} value.`] : [];
  });
}

function fillIn(value: PolicyValue, context: Context) {
  const expansion = expandText(value.template, context);
  return isUnresolved(expansion)
    ? { text: value.source.text, unresolved: expansion }
    : { text: expansion, unresolved: undefined };
}
