'use client';

import { useState } from 'react';
import { ProofPanel } from '../../components/quiz/proof-panel';
import { QuizItem } from '../../components/quiz/quiz-item';
import { Button } from '../../components/ui/button';
import { Callout } from '../../components/ui/callout';
import { type Quiz, useQuiz } from '../../lib/store';
import type { QuizItemView } from '../../lib/views';

/** The questions at the end of a story, one after the other, each with its proof beside it. */
export function WiredQuiz({ data }: { data: readonly unknown[] }) {
  const quiz = useQuiz(data);
  const [at, setAt] = useState(0);
  const { items, failed } = quiz;
  const item = items[at];
  return (
    <section aria-label="Questions" className="grid gap-3 border-ink border-t-2 pt-3">
      <h3 className="text-md">Do you know it now?</h3>
      {failed ? (
        <Callout tone="refused" title="The questions broke down">
          <p>{failed} Your run is kept. Open the page again to try once more.</p>
        </Callout>
      ) : null}
      {items.length === 0 && !failed ? <p className="text-ink-2">Opening the questions…</p> : null}
      {item ? <Asked quiz={quiz} item={item} at={at} onNext={() => setAt(at + 1)} /> : null}
      {items.length > 0 && !item ? <Score items={items} onAgain={() => setAt(0)} /> : null}
    </section>
  );
}

interface AskedProps {
  quiz: Quiz;
  item: QuizItemView;
  at: number;
  onNext: () => void;
}

function Asked({ quiz, item, at, onNext }: AskedProps) {
  const proof = quiz.proofs[item.id];
  const progress = { label: 'Question', at: at + 1, of: quiz.items.length };
  return (
    <div className="@container">
      <div className="grid gap-4 @3xl:grid-cols-2">
        <QuizItem
          view={item}
          progress={progress}
          onAnswer={(answer) => quiz.answer(item.id, answer)}
          onNext={onNext}
          more={
            proof ? null : (
              <Button
                onClick={() => quiz.prove(item.id)}
                aria-label="Prove it: run the commands in a fresh world"
              >
                Prove it
              </Button>
            )
          }
        />
        {proof?.view ? <ProofPanel view={proof.view} /> : null}
        {proof && !proof.view ? (
          <p role="status" className="text-ink-2">
            Running the proof in a fresh world…
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Score({ items, onAgain }: { items: readonly QuizItemView[]; onAgain: () => void }) {
  const right = items.filter(({ result }) => result?.right).length;
  return (
    <div role="status" className="grid justify-items-start gap-2">
      <p>
        <strong className="font-semibold">
          {right} of {items.length} right.
        </strong>{' '}
        {right === items.length
          ? 'That is the whole story.'
          : 'Look again at the reasons of the others: each one is a step of this lab.'}
      </p>
      <Button onClick={onAgain}>Look at the answers again</Button>
    </div>
  );
}
