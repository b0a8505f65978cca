'use client';

import { useState } from 'react';
import type { OutputView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { foldLines, stretches } from './folded-lines';

const KEPT_LINES = 14;

const looks: Readonly<Record<OutputView['stream'], string>> = {
  stdout: 'border-rule text-ink-2',
  stderr: 'border-deny text-deny',
  note: 'border-wait font-sans text-wait',
};

/** What a command printed. Long output is folded; a search unfolds it. */
export function Output({ output, query }: { output: OutputView; query: string }) {
  const [whole, setWhole] = useState(false);
  const { shown, folded } = foldLines(output.text, KEPT_LINES);
  const unfolded = whole || folded === 0 || query !== '';
  return (
    <div className={cx('mt-1 border-l-2 pl-3.5', looks[output.stream])}>
      <pre className="m-0 whitespace-pre-wrap [font-family:inherit] [overflow-wrap:anywhere]">
        <Marked text={unfolded ? output.text : shown} query={query} />
      </pre>
      {folded > 0 && query === '' ? (
        <button
          type="button"
          onClick={() => setWhole(!whole)}
          className="mt-0.5 rounded font-sans text-link text-xs underline underline-offset-2"
        >
          {whole ? 'Show less' : `Show all ${folded.toLocaleString('en-US')} lines`}
        </button>
      ) : null}
    </div>
  );
}

export function Marked({ text, query }: { text: string; query: string }) {
  return stretches(text, query).map((stretch) =>
    stretch.hit ? (
      <mark
        key={stretch.at}
        className="rounded-sm bg-wait-wash text-ink outline-1 outline-wait aria-current:bg-wait aria-current:text-sheet"
      >
        {stretch.text}
      </mark>
    ) : (
      stretch.text
    ),
  );
}
