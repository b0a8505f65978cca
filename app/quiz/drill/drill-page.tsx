'use client';

import { type ReactNode, useMemo } from 'react';
import { Button, ButtonLink } from '../../../components/ui/button';
import { Callout } from '../../../components/ui/callout';
import {
  type Drill,
  type DrillQuery,
  type DrillState,
  drillQuery,
  drillSource,
  useDrill,
} from '../../../lib/store';
import { Asked, rightOf } from '../asked';
import { type DrillTitles, ONE_QUESTION } from './drill-titles';

export interface DrillPageProps extends DrillTitles {
  query: string;
  /** Stands where the question will be, until it can be asked. */
  first: ReactNode;
}

export function DrillPage({ query, first, labs, concepts }: DrillPageProps) {
  const asked = useMemo(() => drillQuery(new URLSearchParams(query)), [query]);
  const source = useMemo(() => drillSource(asked), [asked]);
  const { state, drill } = useDrill(source);
  const { phase, failed, isKept } = state;
  return (
    <div className="grid gap-4">
      <h2 className="sr-only">{labelOf(asked, concepts)}</h2>
      {failed ? (
        <Callout tone="refused" title="The questions broke down">
          <p>{failed} What you answered is kept. Open the page again to try once more.</p>
        </Callout>
      ) : null}
      {isKept ? null : (
        <Callout tone="waiting">
          <p>This browser keeps nothing for this page, so answers are lost when it is closed.</p>
        </Callout>
      )}
      {phase === 'opening' && !failed ? first : null}
      {phase === 'nothing' ? <Nothing by={asked.by} /> : null}
      {phase === 'asking' && drill ? (
        <Asked
          state={state}
          drill={drill}
          label={labelOf(asked, concepts)}
          more={<More id={state.items[state.at]?.id ?? ''} labs={labs} isReview={asked.by === 'review'} />}
        />
      ) : null}
      {phase === 'over' && drill ? (
        <Over state={state} drill={drill} isReview={asked.by === 'review'} />
      ) : null}
    </div>
  );
}

function labelOf({ by, id }: DrillQuery, concepts: DrillTitles['concepts']): string {
  switch (by) {
    case 'due':
      return 'Due today';
    case 'fresh':
      return 'New questions';
    case 'plan':
      return 'Today’s plan';
    case 'review':
      return 'Review';
    case 'concept':
      return concepts[id] ?? id;
    case 'problem':
      return id.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
    case 'item':
      return ONE_QUESTION;
    default:
      return id;
  }
}

function More({ id, labs, isReview }: { id: string; labs: DrillTitles['labs']; isReview: boolean }) {
  const lab = labs[id];
  return (
    <>
      {isReview ? <ButtonLink href={`/quiz/drill/${id}/`}>Answer it again</ButtonLink> : null}
      {lab ? (
        <ButtonLink href={`/labs/${lab.id}/`}>
          Open the lab<span className="sr-only"> that teaches it: {lab.title}</span>
        </ButtonLink>
      ) : null}
    </>
  );
}

function Nothing({ by }: { by: DrillQuery['by'] }) {
  const words = {
    due: 'Nothing is due today.',
    fresh: 'Every question was asked once.',
    plan: 'The plan asks nothing more today.',
    review: 'Nothing was answered yet.',
    item: 'There is no such question.',
  } as const;
  return (
    <div role="status" className="grid justify-items-start gap-3">
      <p className="text-md">
        {by in words ? words[by as keyof typeof words] : 'There are no questions here yet.'}
      </p>
      <ButtonLink href="/quiz/" look="primary">
        Choose questions
      </ButtonLink>
    </div>
  );
}

function Over({ state, drill, isReview }: { state: DrillState; drill: Drill; isReview: boolean }) {
  const right = rightOf(state);
  const of = state.items.length;
  const sure = state.items.filter(
    ({ result }) => result && !result.right && result.answer.confidence === 'sure',
  );
  return (
    <div role="status" className="grid justify-items-start gap-3">
      <p className="text-md">
        <strong className="font-semibold">
          {right} of {of} right.
        </strong>{' '}
        {sure.length > 0 ? `You were sure of ${sure.length} and got them wrong: they come back first.` : ''}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => drill.go(0)}>Look at the answers again</Button>
        {isReview ? null : <Button onClick={() => void drill.begin()}>More of these</Button>}
        <ButtonLink href="/quiz/" look="primary">
          Choose other questions
        </ButtonLink>
      </div>
    </div>
  );
}
