import { parseOperator } from '../condition/operators';
import type { ConditionElement } from './document';
import type { DocumentRules } from './document-rules';
import type { JsonMember } from './json-positions';
import { type ProblemList, quote } from './problems';
import { memberPath, readMembers } from './read-members';
import { readScalars } from './read-strings';

const VENDOR_AND_NAME = /^[^:\s]+:\S/;

/** The Condition element as one entry per operator and key. An empty object is accepted: nothing to meet. */
export function readConditions(
  member: JsonMember,
  path: string,
  rules: DocumentRules,
  problems: ProblemList,
): ConditionElement[] {
  const conditions: ConditionElement[] = [];
  for (const operator of readMembers(member.value, path, problems)?.values() ?? []) {
    const place = memberPath(path, operator.name);
    if (rules.unknownOperators === 'refuse' && !parseOperator(operator.name)) {
      problems.add(
        'unknown-operator',
        place,
        'a known condition operator',
        quote(operator.name),
        operator.nameRange,
      );
    }
    for (const key of readMembers(operator.value, place, problems)?.values() ?? []) {
      const condition = readCondition(operator, key, place, problems);
      if (condition) conditions.push(condition);
    }
  }
  return conditions;
}

function readCondition(
  operator: JsonMember,
  key: JsonMember,
  path: string,
  problems: ProblemList,
): ConditionElement | undefined {
  const place = memberPath(path, key.name);
  if (!VENDOR_AND_NAME.test(key.name)) {
    const expected = 'a condition key with its prefix, such as "aws:SourceIp"';
    return problems.add('invalid-condition-key', place, expected, quote(key.name), key.nameRange);
  }
  const values = readScalars(key.value, place, problems);
  if (!values) return undefined;
  return {
    operator: operator.name,
    key: key.name,
    values,
    operatorRange: operator.nameRange,
    keyRange: key.nameRange,
    range: { from: key.nameRange.from, to: key.value.range.to },
  };
}
