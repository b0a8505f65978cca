'use client';

import { useState } from 'react';
import type { PredictionView } from '../../lib/views';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { cx } from '../ui/class-names';
import { MarkdownLine } from '../ui/markdown';
import { RadioList } from '../ui/radio-list';
import { VerdictMark } from '../ui/verdict-mark';

const frame = 'grid gap-2 rounded-[10px] border border-rule-strong px-3.5 py-3';

/** First commit, then run, then learn why. */
export function Prediction({
  view,
  onCommit,
}: {
  view: PredictionView;
  onCommit: (optionId: string) => void;
}) {
  const [leaning, setLeaning] = useState<string>();
  if (view.resolution) return <Resolved view={view} />;
  const committed = view.chosen !== undefined;
  return (
    <div className={frame}>
      <RadioList
        legend={view.question}
        options={view.options.map(({ id, text }) => ({ id, text: <MarkdownLine text={text} /> }))}
        chosen={view.chosen ?? leaning}
        onChoose={setLeaning}
        disabled={committed}
      />
      {committed ? (
        <p role="status" className="text-ink-2 text-sm">
          Committed. Now run it and see.
        </p>
      ) : (
        <Button
          className="justify-self-start"
          disabled={leaning === undefined}
          onClick={() => leaning !== undefined && onCommit(leaning)}
        >
          Commit to this answer
        </Button>
      )}
    </div>
  );
}

function Resolved({ view }: { view: PredictionView }) {
  const { resolution, chosen } = view;
  if (!resolution) return null;
  const right = chosen === resolution.answer;
  return (
    <section aria-label={view.question} className={frame}>
      <h3 className="text-base">{view.question}</h3>
      <ul className="grid gap-2">
        {view.options.map((option) => {
          const came = option.id === resolution.answer;
          const mine = option.id === chosen;
          return (
            <li key={option.id} className={cx('flex gap-[9px]', came ? 'text-ink' : 'text-ink-2')}>
              <span className="mt-[3px] grid size-3.5 shrink-0 place-items-center">
                {came || mine ? <VerdictMark verdict={came ? 'allowed' : 'refused'} size={14} loud /> : null}
              </span>
              <span className="min-w-0">
                <MarkdownLine text={option.text} />
                {came || mine ? (
                  <span className="block text-ink-2 text-xs">
                    {[mine && 'your prediction', came && 'what happened'].filter(Boolean).join(', ')}
                  </span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      <Callout tone={right ? 'allowed' : 'plain'} title={`KMS answered: ${resolution.engineSaid}`}>
        <p role="status">
          <MarkdownLine text={resolution.why} />
        </p>
      </Callout>
    </section>
  );
}
