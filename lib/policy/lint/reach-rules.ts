import type { PolicyDocument, Statement, TextValue } from '../document/document';
import { readWildcards } from '../matching/wildcard';
import type { LintFinding } from './finding';

/**
 * Statements that change nothing: an Allow under a wider Allow, or under an unconditional Deny. Only what can be
 * told from the texts alone is said: a wildcard covers what it spells out.
 */
export function lintReach(document: PolicyDocument): LintFinding[] {
  return document.statements.flatMap((statement): LintFinding[] => {
    const path = `Statement[${statement.index}]`;
    if (statement.effect === 'Deny') return [];
    const denying = document.statements.find((other) => other.effect === 'Deny' && covers(other, statement));
    if (denying) {
      const message = `${nameOf(denying)} denies everything that this statement allows: it never allows anything.`;
      return [{ code: 'always-denied', severity: 'error', path, message, range: statement.effectRange }];
    }
    // No Deny covers it, so what does is an Allow. Of two that cover each other the later one is superfluous.
    const wider = document.statements.find(
      (other) => covers(other, statement) && (other.index < statement.index || !covers(statement, other)),
    );
    if (!wider) return [];
    const message = `${nameOf(wider)} already allows everything that this statement allows.`;
    return [{ code: 'already-allowed', severity: 'suggestion', path, message, range: statement.effectRange }];
  });
}

function nameOf({ sid, index }: Statement): string {
  return sid ? `Statement "${sid}"` : `Statement ${index + 1}`;
}

/** Whether whatever `inner` matches, `outer` matches too. Conditions are not weighed: `outer` must have none. */
function covers(outer: Statement, inner: Statement): boolean {
  if (outer.conditions.length > 0) return false;
  return (
    coversPrincipals(outer, inner) &&
    coversTexts(outer, inner, 'action') &&
    coversTexts(outer, inner, 'resource')
  );
}

function coversPrincipals(outer: Statement, inner: Statement): boolean {
  if (!outer.principal || !inner.principal) return outer.principal === inner.principal;
  if (outer.principal.name !== 'Principal' || inner.principal.name !== 'Principal') return false;
  const { entries } = outer.principal;
  if (entries.some(({ form }) => form === 'everyone')) return true;
  return inner.principal.entries.every((wanted) =>
    entries.some(({ type, value }) => type === wanted.type && value === wanted.value),
  );
}

function coversTexts(outer: Statement, inner: Statement, element: 'action' | 'resource'): boolean {
  const [wide, narrow] = [outer[element], inner[element]];
  if (!wide || !narrow) return false;
  if (wide.name.startsWith('Not') || narrow.name.startsWith('Not')) return false;
  return narrow.values.every((value) => wide.values.some((one) => coversText(one, value, element)));
}

function coversText(wide: TextValue, narrow: TextValue, element: 'action' | 'resource'): boolean {
  const spell = (text: string) => (element === 'action' ? text.toLowerCase() : text);
  return coversPattern(readWildcards(spell(wide.text)), readWildcards(spell(narrow.text)));
}

const ANY = -1;
const ONE = -2;

/** Whether every text of the narrow pattern is one of the wide pattern. */
function coversPattern(wide: readonly number[], narrow: readonly number[]): boolean {
  if (wide.length === 0) return narrow.length === 0;
  const [first] = wide;
  const rest = wide.slice(1);
  if (first === ANY) {
    for (let from = 0; from <= narrow.length; from++)
      if (coversPattern(rest, narrow.slice(from))) return true;
    return false;
  }
  if (narrow.length === 0) return false;
  const isSame = first === narrow[0] || (first === ONE && narrow[0] !== ANY);
  return isSame && coversPattern(rest, narrow.slice(1));
}
