import type { StatementNode } from './syntax';

/**
 * The text of each statement as it stands in the source, with the bodies of its here-documents: from where
 * it begins to where the next one does. The library's own text of a statement leaves the bodies out.
 */
export function statementTexts(source: string, statements: readonly StatementNode[]): readonly string[] {
  const starts: number[] = [];
  let from = 0;
  for (const { sourceText } of statements) {
    const at = sourceText === undefined ? -1 : startOf(source, sourceText, from);
    starts.push(at < 0 ? from : at);
    if (at >= 0) from = at + (sourceText?.length ?? 0);
  }
  return starts.map((start, at) => {
    const text = source.slice(start, starts[at + 1] ?? source.length);
    return withoutComments(text).replace(/[\s;]+$/, '');
  });
}

/** Where a text stands; the library trims each line of it, so blanks at line starts may differ. */
function startOf(source: string, text: string, from: number): number {
  const exact = source.indexOf(text, from);
  if (exact >= 0) return exact;
  const firstLine = text.split('\n', 1)[0] as string;
  return source.indexOf(firstLine, from);
}

/** Whole lines of comment after the statement belong to the next one. */
function withoutComments(text: string): string {
  const lines = text.split('\n');
  while (lines.length > 1 && /^\s*(#.*)?$/.test(lines[lines.length - 1] as string)) lines.pop();
  return lines.join('\n');
}
