import { compileCondition } from '../condition/condition';
import { type ParsedOperator, parseOperator } from '../condition/operators';
import { spellOperator } from '../condition/words';
import type { ConditionElement, PolicyDocument, Statement, TextValue } from '../document/document';
import { memberPath } from '../document/read-members';
import { findKey } from './action-rules';
import type { ConditionKeyInfo, LintFinding, LintSeverity } from './finding';

type Report = (
  code: string,
  severity: LintSeverity,
  message: string,
  range: ConditionElement['range'],
) => LintFinding;

/** An unknown operator hides what else may be wrong, so it is reported alone. */
export function lintConditions(
  statement: Statement,
  path: string,
  document: PolicyDocument,
  keys: readonly ConditionKeyInfo[] | undefined,
): LintFinding[] {
  return statement.conditions.flatMap((condition) => {
    const place = memberPath(memberPath(`${path}.Condition`, condition.operator), condition.key);
    const report: Report = (code, severity, message, range) => ({
      code,
      severity,
      path: place,
      message,
      range,
    });
    const operator = parseOperator(condition.operator);
    if (!operator) {
      const message = `"${condition.operator}" is no condition operator; the statement never applies.`;
      return [report('unknown-operator', 'error', message, condition.operatorRange)];
    }
    return [
      ...lintKey(condition, operator, keys, report),
      ...lintValues(condition, operator, document, report),
      ...lintForAllValues(statement, condition, operator, report),
    ];
  });
}

function lintKey(
  { key, keyRange, operatorRange }: ConditionElement,
  operator: ParsedOperator,
  keys: readonly ConditionKeyInfo[] | undefined,
  report: Report,
): LintFinding[] {
  if (!keys) return [];
  const info = findKey(key, keys);
  if (!info) return [report('unknown-key', 'warning', `"${key}" is not a known condition key.`, keyRange)];
  const name = spellOperator(operator);
  const findings: LintFinding[] = [];
  if (!fits(operator.definition.family, info.type)) {
    const message = `"${key}" holds ${info.type} values; ${name} compares ${operator.definition.family} values.`;
    findings.push(report('operator-type', 'warning', message, operatorRange));
  }
  if (operator.definition.reads === 'presence') return findings;
  if (info.isMultivalued && !operator.qualifier) {
    const message = `"${key}" can have several values; ${name} needs ForAnyValue or ForAllValues in front of it.`;
    findings.push(report('missing-set-operator', 'warning', message, operatorRange));
  }
  if (!info.isMultivalued && operator.qualifier) {
    const message = `"${key}" has one value at most; ${operator.qualifier} is meant for keys with several.`;
    findings.push(report('needless-set-operator', 'warning', message, operatorRange));
  }
  return findings;
}

/** Every value is also a text, and a point in time also a number of seconds. */
function fits(family: ConditionKeyInfo['type'], type: ConditionKeyInfo['type']): boolean {
  if (family === type || family === 'String' || family === 'Null') return true;
  return (family === 'Numeric' && type === 'Date') || (family === 'Date' && type === 'Numeric');
}

function lintValues(
  condition: ConditionElement,
  operator: ParsedOperator,
  document: PolicyDocument,
  report: Report,
): LintFinding[] {
  const compiled = compileCondition(condition, document.version);
  return compiled.values.flatMap(({ source, template, test }) => {
    const isUnreadable =
      operator.definition.reads === 'presence'
        ? !/^(?:true|false)$/i.test(source.text)
        : template.isConstant && !test;
    if (isUnreadable) {
      const message = `"${source.text}" is no value that ${operator.name} can compare; it matches nothing.`;
      return [report('unreadable-value', 'error', message, source.range)];
    }
    return lintVariables(source, document, report);
  });
}

/** fact: authorization 5 */
function lintVariables({ text, range }: TextValue, document: PolicyDocument, report: Report): LintFinding[] {
  if (!text.includes('${')) return [];
  if (document.version === '2012-10-17') return [];
  const message = `Without "Version": "2012-10-17" the variable in "${text}" is plain text.`;
  return [report('variable-not-replaced', 'warning', message, range)];
}

/** fact: authorization 6: an Allow with ForAllValues also allows a request without the key. */
function lintForAllValues(
  { effect, conditions }: Statement,
  { key, operatorRange }: ConditionElement,
  operator: ParsedOperator,
  report: Report,
): LintFinding[] {
  if (effect === 'Deny' || operator.qualifier !== 'ForAllValues') return [];
  const isGuarded = conditions.some(
    (other) =>
      other.key.toLowerCase() === key.toLowerCase() &&
      parseOperator(other.operator)?.name === 'Null' &&
      other.values.every(({ text }) => text.toLowerCase() === 'false'),
  );
  if (isGuarded) return [];
  const message = `ForAllValues is true when the request has no "${key}"; add Null "${key}": "false" to require it.`;
  return [report('for-all-values-empty', 'warning', message, operatorRange)];
}
