import { parseOperator } from '../condition/operators';
import type { ActionElement, PolicyDocument, Statement, TextValue } from '../document/document';
import { compileActionPattern } from '../matching/action';
import type { ConditionKeyInfo, LintFinding } from './finding';

/** Actions of services whose actions are all known: a name that is none of them can match nothing. */
export function lintKnownActions(
  { action }: Statement,
  path: string,
  known: readonly string[] | undefined,
): LintFinding[] {
  if (!action || !known) return [];
  return action.values
    .filter((value) => isUnknown(value, known))
    .map(({ text, range }) => ({
      code: 'unknown-action',
      severity: 'warning',
      path: `${path}.${action.name}`,
      message: `"${text}" is no action of the service; it matches nothing.`,
      range,
    }));
}

function isUnknown({ text }: TextValue, known: readonly string[]): boolean {
  const prefix = text.slice(0, text.indexOf(':') + 1).toLowerCase();
  const ofService = known.filter((name) => name.toLowerCase().startsWith(prefix));
  if (ofService.length === 0) return false;
  const test = compileActionPattern(text);
  return !ofService.some((name) => test(name.toLowerCase()));
}

/** The known actions that an element lists. */
export function actionsOf(action: ActionElement, known: readonly string[]): readonly string[] {
  const tests = action.values.map(({ text }) => compileActionPattern(text));
  const isListed = (name: string) => tests.some((test) => test(name.toLowerCase()));
  return known.filter((name) => isListed(name) === (action.name === 'Action'));
}

/**
 * A condition on a key that some of the listed actions never carry keeps an Allow from applying to them, and with a
 * negated operator lets a Deny hit every one of them. fact: authorization 6 (missing key), 7 (operations)
 */
export function lintCarriedKeys(
  statement: Statement,
  path: string,
  document: PolicyDocument,
  keys: readonly ConditionKeyInfo[] | undefined,
  known: readonly string[] | undefined,
): LintFinding[] {
  const { action } = statement;
  if (!action || !keys || !known) return [];
  const listed = actionsOf(action, known);
  return statement.conditions.flatMap((condition): LintFinding[] => {
    const info = findKey(condition.key, keys);
    const operator = parseOperator(condition.operator);
    if (!info || !operator) return [];
    const place = `${path}.Condition`;
    if (info.kinds && !info.kinds.includes(document.kind)) {
      const message = `"${condition.key}" has no value here: it works in ${info.kinds.join(' and ')} policies only.`;
      return [{ code: 'key-not-here', severity: 'error', path: place, message, range: condition.keyRange }];
    }
    const carriers = info.actions;
    const without = carriers ? listed.filter((name) => !carriers.includes(name)) : [];
    if (without.length === 0 || operator.ifExists || operator.definition.reads === 'presence') return [];
    const names =
      without.length > 3
        ? `${without.slice(0, 3).join(', ')} and ${without.length - 3} more`
        : without.join(', ');
    const effect = operator.definition.negated ? 'is true there' : 'is false there';
    const message = `${names} never ${without.length === 1 ? 'carries' : 'carry'} "${condition.key}"; the condition ${effect}.`;
    return [
      { code: 'key-not-carried', severity: 'warning', path: place, message, range: condition.keyRange },
    ];
  });
}

export function findKey(key: string, keys: readonly ConditionKeyInfo[]): ConditionKeyInfo | undefined {
  const lower = key.toLowerCase();
  return keys.find(({ name }) =>
    name.endsWith('*') ? lower.startsWith(name.slice(0, -1).toLowerCase()) : lower === name.toLowerCase(),
  );
}
