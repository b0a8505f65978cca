'use client';

import type { ReactNode } from 'react';
import { FlowChart, SequenceChart } from '../../components/flow/flow-panel';
import { Debrief } from '../../components/guide/debrief';
import { HomePage } from '../../components/home/home-page';
import { ProofPanel } from '../../components/quiz/proof-panel';
import { QuizItem } from '../../components/quiz/quiz-item';
import { SiteHeader } from '../../components/site/site-header';
import { Button } from '../../components/ui/button';
import type { QuizItemView } from '../../lib/views';
import { brokenFlow, quietSequence } from './fixtures/flow';
import { debrief } from './fixtures/guide';
import { home, homeFirst, places } from './fixtures/places';
import * as quiz from './fixtures/quiz';
import { Material } from './material';
import type { GalleryState } from './state-names';
import { isWorkspaceState, WorkspaceState } from './workspace-state';

const nothing = () => undefined;

export function Gallery({ state }: { state: GalleryState }): ReactNode {
  if (isWorkspaceState(state)) return <WorkspaceState state={state} />;
  const current = state.startsWith('quiz') ? '/gallery/quiz' : '/gallery/home';
  return (
    <>
      <SiteHeader places={places} current={current} />
      <Place state={state} />
    </>
  );
}

const items: Readonly<Record<string, QuizItemView>> = {
  quiz: quiz.single,
  'quiz-answered': quiz.singleAnswered,
  'quiz-multiple': quiz.multiple,
  'quiz-order': quiz.order,
  'quiz-order-answered': quiz.orderAnswered,
  'quiz-match': quiz.match,
  'quiz-match-answered': quiz.matchAnswered,
  'quiz-hotspot': {
    ...quiz.single,
    type: 'hotspot',
    stem: 'Which line keeps IAM out?',
    options: (quiz.single.exhibit?.lines ?? []).map((text, index) => ({ id: `line-${index}`, text })),
  },
};

function Place({ state }: { state: GalleryState }) {
  const item = items[state];
  if (item) return <QuizPlace item={item} />;
  switch (state) {
    case 'home':
      return <HomePage view={home} sandbox="/gallery/sandbox" />;
    case 'home-first':
      return <HomePage view={homeFirst} sandbox="/gallery/sandbox" />;
    case 'debrief':
      return (
        <main className="@container mx-auto max-w-[860px] px-6 py-8">
          <h1 className="sr-only">Replicated but unreadable</h1>
          <Debrief view={debrief} />
        </main>
      );
    case 'broken-flow':
      return (
        <main className="mx-auto grid max-w-[860px] gap-6 px-6 py-8">
          <h1>Learn</h1>
          <h2>Flows</h2>
          <FlowChart view={brokenFlow} />
          <SequenceChart view={quietSequence} />
        </main>
      );
    default:
      return <Material />;
  }
}

function QuizPlace({ item }: { item: QuizItemView }) {
  const proved = item.id === 'iam-alone' && item.result !== undefined;
  return (
    <main
      className={`mx-auto grid max-w-[1240px] gap-x-10 gap-y-8 px-6 py-[26px] ${proved ? 'min-[1000px]:grid-cols-[minmax(0,1fr)_420px]' : 'min-[1000px]:grid-cols-[minmax(0,780px)]'}`}
    >
      <h1 className="sr-only">Review</h1>
      <QuizItem
        view={item}
        progress={{ label: 'Review', at: 4, of: 11 }}
        onAnswer={nothing}
        onNext={nothing}
        more={<Button>Open as a lab</Button>}
      />
      {proved ? <ProofPanel view={quiz.proof} onOpenRequest={nothing} /> : null}
    </main>
  );
}
