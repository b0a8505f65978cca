import type { PolicyDocument } from '../document/document';
import { lintConditions } from './condition-rules';
import type { LintFinding, LintOptions } from './finding';
import { lintAction, lintMissing, lintPrincipal } from './statement-rules';

/** What an analyzer would say of a document that is well formed, in the order of the text. */
export function lintPolicy(document: PolicyDocument, options: LintOptions = {}): LintFinding[] {
  const findings = document.statements.flatMap((statement) => {
    const path = `Statement[${statement.index}]`;
    return [
      ...lintPrincipal(statement, path, document, options.narrowingKeys ?? []),
      ...lintAction(statement, path),
      ...lintMissing(statement, path, document),
      ...lintConditions(statement, path, document, options.keys),
    ];
  });
  const own = (options.rules ?? []).flatMap((rule) => rule(document));
  return [...findings, ...own].toSorted((a, b) => a.range.from.offset - b.range.from.offset);
}
