'use client';

import { useEffect, useRef } from 'react';
import type { HintRung, HintView } from '../../lib/views';
import { MarkdownLine } from '../ui/markdown';
import { CommandCard } from './command-card';

const titles: Readonly<Record<HintRung, string>> = {
  aim: 'What you are after',
  look: 'Where to look',
  concept: 'What to know',
  operation: 'Which operation',
  command: 'The command',
};

/** The rungs taken so far, from far off to the exact command. Hints cost nothing. */
export function HintLadder({
  hints,
  onRun,
}: {
  hints: readonly HintView[];
  onRun: (source: string) => void;
}) {
  const ladder = useRef<HTMLDivElement>(null);
  const taken = hints.length;
  useEffect(() => {
    if (taken > 0) ladder.current?.scrollIntoView({ block: 'nearest' });
  }, [taken]);
  return (
    <div ref={ladder} role="log" aria-label="Hints" className="border-wait border-l-2 pl-3">
      <ol className="grid gap-2">
        {hints.map((hint) => (
          <li key={hint.rung}>
            <p className="font-semibold text-sm">{titles[hint.rung]}</p>
            {hint.rung === 'command' ? (
              <CommandCard view={{ id: 'hint', source: hint.text, state: 'ready' }} onRun={onRun} />
            ) : (
              <p className="text-ink-2">
                <MarkdownLine text={hint.text} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
