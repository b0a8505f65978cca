import type { DiffLineView, DocumentDiffView } from '../../lib/views';
import { cx } from '../ui/class-names';

const SIGNS: Readonly<Record<DiffLineView['mark'], string>> = { same: ' ', added: '+', removed: '-' };
const WORDS: Readonly<Record<DiffLineView['mark'], string>> = {
  same: '',
  added: 'Added: ',
  removed: 'Removed: ',
};
const TONES: Readonly<Record<DiffLineView['mark'], string>> = {
  same: 'text-ink-2',
  added: 'bg-allow-wash shadow-[inset_3px_0_var(--allow)]',
  removed: 'bg-deny-wash shadow-[inset_3px_0_var(--deny)] line-through decoration-deny/60',
};
/** Unchanged lines that stay around a changed one. */
const AROUND = 2;

/** What would change in a document: changed lines with a few around them. */
export function DiffLines({ diff }: { diff: DocumentDiffView }) {
  return (
    <div className="grid grid-cols-1 gap-1">
      <p className="text-ink-3 text-xs">{diff.title}</p>
      <figure
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and scrolling must work by keyboard
        tabIndex={0}
        aria-label={`Change of ${diff.title}`}
        className="relative m-0 overflow-x-auto rounded-lg border border-rule bg-sheet py-1.5 font-mono text-code"
      >
        <div className="w-max min-w-full">
          {shownLines(diff.lines).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <Line key={index} line={line} />
          ))}
        </div>
      </figure>
    </div>
  );
}

function Line({ line }: { line: DiffLineView | undefined }) {
  if (!line) return <div className="px-2.5 text-ink-3">⋯</div>;
  return (
    <div className={cx('whitespace-pre px-2.5', TONES[line.mark])}>
      <span aria-hidden="true" className="mr-1.5 inline-block w-2 select-none">
        {SIGNS[line.mark]}
      </span>
      {WORDS[line.mark] ? <span className="sr-only">{WORDS[line.mark]}</span> : null}
      {line.text}
    </div>
  );
}

/** Long runs of unchanged lines fold into one gap. */
export function shownLines(lines: readonly DiffLineView[]): readonly (DiffLineView | undefined)[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ mark }) => mark !== 'same'),
  );
  return lines.flatMap((line, at) => {
    if (near[at]) return [line];
    return at === 0 || near[at - 1] ? [undefined] : [];
  });
}
