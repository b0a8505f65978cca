/** Where the code says that it guesses, or departs from AWS on purpose. */
export interface SourceNote {
  readonly kind: 'assumed' | 'differs';
  readonly text: string;
  /** `kms-engine 3.2`: what the same comment cites. */
  readonly facts: readonly string[];
  readonly line: number;
}

const COMMENT = /\/\*\*[\s\S]*?\*\/|(?:^[ \t]*\/\/[^\n]*\n?)+/gm;
const MARK = /\b(assumed|differs|fact|refuses):/g;

/** The notes in a file's comments, in order. */
export function notesOf(source: string): readonly SourceNote[] {
  return [...source.matchAll(COMMENT)].flatMap(({ 0: comment, index }) => {
    const line = source.slice(0, index).split('\n').length;
    return notesIn(plain(comment), line);
  });
}

/** A comment without its frame, on one line. */
function plain(comment: string): string {
  return comment
    .replaceAll(/^\s*(?:\/\*\*|\*\/|\*|\/\/)/gm, ' ')
    .replaceAll('*/', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function notesIn(text: string, line: number): readonly SourceNote[] {
  const marks = [...text.matchAll(MARK)];
  const parts = marks.map((mark, at) => ({
    kind: mark[1] as string,
    said: text.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim(),
  }));
  const facts = parts
    .filter(({ kind }) => kind === 'fact')
    .map(({ said }) => said.replace(/\s*\(.*$/, '').replace(/[.;]\s.*$|[.;]$/, ''));
  return parts.flatMap(({ kind, said }): readonly SourceNote[] =>
    kind === 'assumed' || kind === 'differs' ? [{ kind, text: sentence(said), facts, line }] : [],
  );
}

function sentence(text: string): string {
  const begun = text.replace(/^./, (first) => first.toUpperCase()).replace(/[\s,;(]+$/, '');
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
