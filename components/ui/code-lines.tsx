import { cx } from './class-names';

export type LineTone = 'refused' | 'allowed' | 'plain';

const marks: Readonly<Record<LineTone, string>> = {
  refused: 'bg-deny-wash shadow-[inset_3px_0_var(--deny)]',
  allowed: 'bg-allow-wash shadow-[inset_3px_0_var(--allow)]',
  plain: 'bg-rule/50 shadow-[inset_3px_0_var(--ink-3)]',
};

/** A document by lines, some of them marked. */
export function CodeLines({
  label,
  lines,
  marked,
  tone = 'plain',
}: {
  label: string;
  lines: readonly string[];
  marked: readonly number[];
  tone?: LineTone;
}) {
  const hits = new Set(marked);
  return (
    <figure
      // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and scrolling must work by keyboard
      tabIndex={0}
      aria-label={label}
      className="relative m-0 overflow-x-auto rounded-[10px] border border-rule bg-sheet py-2 font-mono text-code"
    >
      <div className="w-max min-w-full">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <div key={index} className={cx('whitespace-pre px-3.5 py-px', hits.has(index) && marks[tone])}>
            {hits.has(index) ? <span className="sr-only">Marked: </span> : null}
            {line || ' '}
          </div>
        ))}
      </div>
    </figure>
  );
}
