import type { PolicyDocument } from '../document/document';
import { lintCarriedKeys, lintKnownActions } from './action-rules';
import { lintConditions } from './condition-rules';
import type { LintFinding, LintOptions } from './finding';
import { lintReach } from './reach-rules';
import { lintAction, lintMissing, lintPrincipal } from './statement-rules';

/** What an analyzer would say of a document that is well formed, in the order of the text. */
export function lintPolicy(document: PolicyDocument, options: LintOptions = {}): LintFinding[] {
  const findings = document.statements.flatMap((statement) => {
    const path = `Statement[${statement.index}]`;
    return [
      ...lintPrincipal(statement, path, document, options.narrowingKeys ?? []),
      ...lintAction(statement, path, options.account),
      ...lintMissing(statement, path, document),
      ...lintKnownActions(statement, path, options.actions),
      ...lintConditions(statement, path, document, options.keys),
      ...lintCarriedKeys(statement, path, document, options.keys, options.actions),
    ];
  });
  const own = (options.rules ?? []).flatMap((rule) => rule(document));
  return [...findings, ...lintReach(document), ...own].toSorted(
    (a, b) => a.range.from.offset - b.range.from.offset,
  );
}
