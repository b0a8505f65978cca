'use client';

import { useMemo } from 'react';
import { Button } from '../../components/ui/button';
import { Callout } from '../../components/ui/callout';
import { type Drill, type DrillState, labDrill, useDrill } from '../../lib/store';
import { Asked, rightOf } from '../quiz/asked';

/** The questions at the end of a story, one after the other, each with its proof beside it. */
export function WiredQuiz({ data }: { data: readonly unknown[] }) {
  const source = useMemo(() => labDrill(data), [data]);
  const { state, drill } = useDrill(source);
  const { phase, failed } = state;
  return (
    <section aria-label="Questions" className="grid gap-3 border-ink border-t-2 pt-3">
      <h3 className="text-md">Do you know it now?</h3>
      {failed ? (
        <Callout tone="refused" title="The questions broke down">
          <p>{failed} Your run is kept. Open the page again to try once more.</p>
        </Callout>
      ) : null}
      {phase === 'opening' && !failed ? <p className="text-ink-2">Opening the questions…</p> : null}
      {phase === 'asking' && drill ? <Asked state={state} drill={drill} label="Question" /> : null}
      {phase === 'over' && drill ? <Score state={state} drill={drill} /> : null}
    </section>
  );
}

function Score({ state, drill }: { state: DrillState; drill: Drill }) {
  const right = rightOf(state);
  const of = state.items.length;
  return (
    <div role="status" className="grid justify-items-start gap-2">
      <p>
        <strong className="font-semibold">
          {right} of {of} right.
        </strong>{' '}
        {right === of
          ? 'That is the whole story.'
          : 'Look again at the reasons of the others: each one is a step of this lab.'}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => drill.go(0)}>Look at the answers again</Button>
        <Button onClick={() => void drill.begin()}>Answer them again</Button>
      </div>
    </div>
  );
}
