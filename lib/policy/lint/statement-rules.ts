import { parseOperator } from '../condition/operators';
import { missingElement } from '../decision/compile';
import type { PolicyDocument, Statement } from '../document/document';
import type { LintFinding } from './finding';

/** Global keys that say who calls or from where, so that "*" no longer means the whole world. */
const NARROWING_KEYS = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:userid',
];

/** fact: authorization 4: never "*" in an Allow without conditions, never NotPrincipal in an Allow. */
export function lintPrincipal(
  statement: Statement,
  path: string,
  document: PolicyDocument,
  narrowingKeys: readonly string[],
): LintFinding[] {
  const { principal, effect } = statement;
  if (!principal || effect === 'Deny' || document.kind === 'endpoint' || document.kind === 'rcp') return [];
  if (principal.name === 'NotPrincipal') {
    const message = 'NotPrincipal in an Allow lets in everyone in the world except the principals it lists.';
    const { range } = principal;
    return [
      { code: 'not-principal-allow', severity: 'warning', path: `${path}.NotPrincipal`, message, range },
    ];
  }
  const everyone = principal.entries.find((entry) => entry.form === 'everyone');
  if (!everyone || isNarrowed(statement, narrowingKeys)) return [];
  const message = 'The principal "*" without a condition on the caller makes this public.';
  return [
    {
      code: 'public-principal',
      severity: 'warning',
      path: `${path}.Principal`,
      message,
      range: everyone.range,
    },
  ];
}

/** A condition narrows when a missing key or any other value would make it false. */
function isNarrowed({ conditions }: Statement, narrowingKeys: readonly string[]): boolean {
  const keys = new Set([...NARROWING_KEYS, ...narrowingKeys.map((key) => key.toLowerCase())]);
  return conditions.some(({ operator, key, values }) => {
    const parsed = parseOperator(operator);
    if (!parsed || parsed.ifExists || parsed.qualifier === 'ForAllValues') return false;
    if (parsed.definition.negated || parsed.definition.reads === 'presence') return false;
    return (
      keys.has(key.toLowerCase()) && !values.some(({ text }) => /^(?:\*+|0\.0\.0\.0\/0|::\/0)$/.test(text))
    );
  });
}

/** Only an Allow can give too much; a wide Deny is often meant. */
export function lintAction(
  { action, effect, principal }: Statement,
  path: string,
  account?: string,
): LintFinding[] {
  if (!action || effect === 'Deny') return [];
  // The account's own identity policies say the rest.
  if (principal?.entries.every(({ value }) => value === account)) return [];
  if (action.name === 'NotAction') {
    const message = 'NotAction in an Allow also allows every action that will ever be added.';
    const place = `${path}.NotAction`;
    return [{ code: 'not-action-allow', severity: 'warning', path: place, message, range: action.range }];
  }
  return action.values
    .filter(({ text }) => /^(?:\*|[^:]*\*[^:]*:.*|[^:]+:\*+)$/.test(text))
    .map(({ text, range }) => ({
      code: 'action-wildcard',
      severity: 'warning',
      path: `${path}.Action`,
      message: `"${text}" allows every action of ${/^[^:*]+:/.test(text) ? 'the service' : 'every service'}, also those to come.`,
      range,
    }));
}

/** fact: authorization 4: accepted by the API, without effect. */
export function lintMissing(statement: Statement, path: string, document: PolicyDocument): LintFinding[] {
  const element = missingElement(document, statement);
  if (!element) return [];
  const message = `The statement has no ${element}: it is accepted and has no effect.`;
  return [
    { code: 'no-effect', severity: 'error', path: `${path}.${element}`, message, range: statement.range },
  ];
}
