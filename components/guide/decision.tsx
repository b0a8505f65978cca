'use client';

import { useState } from 'react';
import type { DecisionView } from '../../lib/views';
import { Button } from '../ui/button';
import { MarkdownLine } from '../ui/markdown';
import { RadioList } from '../ui/radio-list';
import { VerdictMark } from '../ui/verdict-mark';

/** A choice no engine can mark: each option says what it costs. */
export function Decision({ view, onDecide }: { view: DecisionView; onDecide: (optionId: string) => void }) {
  const [leaning, setLeaning] = useState<string>();
  const decided = view.chosen !== undefined;
  return (
    <div className="grid gap-2 rounded-[10px] border border-rule-strong px-3.5 py-3">
      {decided ? (
        <Consequences view={view} />
      ) : (
        <>
          <RadioList
            legend={view.question}
            options={view.options.map(({ id, text }) => ({ id, text: <MarkdownLine text={text} /> }))}
            chosen={leaning}
            onChoose={setLeaning}
          />
          <Button
            className="justify-self-start"
            disabled={leaning === undefined}
            onClick={() => leaning !== undefined && onDecide(leaning)}
          >
            Decide
          </Button>
        </>
      )}
    </div>
  );
}

function Consequences({ view }: { view: DecisionView }) {
  return (
    <section aria-label={view.question}>
      <h3 className="mb-2 text-base">{view.question}</h3>
      <ul className="grid gap-2.5">
        {view.options.map((option) => (
          <li key={option.id} className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-[9px]">
            <span className="mt-[3px]">
              <VerdictMark verdict={option.verdict} size={14} loud />
            </span>
            <span>
              <MarkdownLine text={option.text} />
              {option.id === view.chosen ? (
                <span className="text-ink-2 text-xs"> (your decision)</span>
              ) : null}
              <span className="block text-ink-2 text-sm">
                <MarkdownLine text={option.consequence} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
