'use client';

import type { ReactNode } from 'react';
import { ProofPanel } from '../../components/quiz/proof-panel';
import { QuizItem } from '../../components/quiz/quiz-item';
import { Button } from '../../components/ui/button';
import type { Drill, DrillState } from '../../lib/store';

/** The question one is at, with its proof beside it. */
export function Asked({
  state,
  drill,
  label,
  more,
}: {
  state: DrillState;
  drill: Drill;
  /** `Review` */
  label: string;
  /** Buttons in the foot after answering. */
  more?: ReactNode;
}) {
  const { items, at, drafts, proofs } = state;
  const item = items[at];
  if (!item) return null;
  const proof = proofs[item.id];
  return (
    <div className="@container">
      <div className="grid gap-x-10 gap-y-4 @3xl:grid-cols-[minmax(0,1fr)_minmax(0,420px)]">
        <QuizItem
          key={item.id}
          view={item}
          progress={{ label, at: at + 1, of: items.length }}
          draft={drafts[item.id]}
          onDraft={(answer) => drill.draft(item.id, answer)}
          onAnswer={(answer) => void drill.answer(item.id, answer)}
          onNext={() => drill.go(at + 1)}
          more={
            <>
              {proof ? null : (
                <Button
                  onClick={() => void drill.prove(item.id)}
                  aria-label="Prove it: run the commands in a fresh world"
                >
                  Prove it
                </Button>
              )}
              {more}
            </>
          }
        />
        {proof?.view && proof.view.parts.length > 0 ? <ProofPanel view={proof.view} /> : null}
        {proof?.view?.parts.length === 0 ? (
          <p role="status" className="text-ink-2">
            No command shows this one: it rests on what AWS documents.
          </p>
        ) : null}
        {proof && !proof.view ? (
          <p role="status" className="text-ink-2">
            Running the proof in a fresh world…
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** How many were right. */
export function rightOf({ items }: DrillState): number {
  return items.filter(({ result }) => result?.right).length;
}
