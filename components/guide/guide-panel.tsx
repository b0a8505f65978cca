'use client';

import { type ReactNode, useState } from 'react';
import type { GuideView, SupportLevel } from '../../lib/views';
import { Button } from '../ui/button';
import { Markdown } from '../ui/markdown';
import { ProgressSteps } from '../ui/progress-steps';
import { CommandCard } from './command-card';
import { DeadEnd } from './dead-end';
import { Debrief } from './debrief';
import { Decision } from './decision';
import { Goals } from './goals';
import { HintLadder } from './hint-ladder';
import { Prediction } from './prediction';
import { RatePicker } from './rate-picker';
import { SupportMenu } from './support-menu';
import { Traps } from './traps';
import { WorkedRun, type WorkedRunActions } from './worked-run';

export interface GuidePanelProps {
  view: GuideView;
  /** Runs a command of the guide in the console. */
  onRun: (source: string) => void;
  onPredict: (optionId: string) => void;
  onDecide: (optionId: string) => void;
  onRate: (optionId: string) => void;
  onRewind: () => void;
  onBack: () => void;
  onNext: () => void;
  worked: WorkedRunActions;
  onSupport?: (level: SupportLevel) => void;
  /** At the end of the step: the quiz after a debrief. */
  children?: ReactNode;
}

/** One step: what happened, what to try, what counts as done. */
export function GuidePanel(props: GuidePanelProps) {
  const { view, onBack, onNext } = props;
  // Rungs are taken for one step: the next step begins without any.
  const [taken, setTaken] = useState({ step: view.number, rungs: 0 });
  const rungs = taken.step === view.number ? taken.rungs : 0;
  return (
    <section aria-label="Guide" className="flex min-h-0 flex-1 flex-col bg-sheet">
      <section
        aria-label="Step"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the step scrolls, and scrolling must work by keyboard
        tabIndex={0}
        className="@container relative flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto px-5 pt-[18px] pb-5 -outline-offset-2"
      >
        <ProgressSteps label="Steps" steps={view.steps} />
        <div>
          <div className="flex items-center gap-2">
            <p className="flex-1 text-ink-3 text-xs">
              Step {view.number} of {view.steps.length}
            </p>
            {view.supports && view.support && props.onSupport && !view.debrief ? (
              <SupportMenu choices={view.supports} chosen={view.support} onChoose={props.onSupport} />
            ) : null}
          </div>
          <h2 className="text-balance text-xl tracking-[-0.015em]">{view.title}</h2>
        </div>
        <GuideBody {...props} rungs={rungs} />
        {view.traps && view.traps.length > 0 ? <Traps traps={view.traps} /> : null}
        {view.debrief ? <Debrief view={view.debrief} /> : null}
        {props.children}
      </section>
      <footer className="grid gap-2 border-rule border-t px-5 py-3">
        {view.nextBlockedBecause && !view.canNext ? (
          <p className="text-ink-2 text-sm">{view.nextBlockedBecause}</p>
        ) : null}
        <div className="flex gap-2">
          {view.hints.length > 0 ? (
            <Button
              disabled={rungs >= view.hints.length}
              onClick={() => setTaken({ step: view.number, rungs: rungs + 1 })}
            >
              {hintLabel(rungs, view.hints.length)}
            </Button>
          ) : null}
          <span className="flex-1" />
          <Button onClick={onBack} disabled={!view.canBack}>
            Back
          </Button>
          <Button
            onClick={onNext}
            disabled={!view.canNext}
            look={view.canNext && allDone(view) ? 'primary' : 'plain'}
          >
            Next
          </Button>
        </div>
      </footer>
    </section>
  );
}

function GuideBody({
  view,
  onRun,
  onPredict,
  onDecide,
  onRate,
  onRewind,
  worked,
  rungs,
}: GuidePanelProps & { rungs: number }) {
  // Look around, then say what you expect, then run it.
  const isAsked = view.prediction !== undefined && view.prediction.chosen === undefined;
  const cards = view.commands.map((card) => <CommandCard key={card.id} view={card} onRun={onRun} />);
  return (
    <>
      <Markdown text={view.text} className="text-ink-2" />
      {isAsked ? cards : null}
      {view.prediction ? (
        <Prediction key={`predict ${view.number}`} view={view.prediction} onCommit={onPredict} />
      ) : null}
      {view.rates ? <RatePicker view={view.rates} onChoose={onRate} /> : null}
      {isAsked ? null : cards}
      {view.worked ? <WorkedRun view={view.worked} actions={worked} /> : null}
      {view.goals.length > 0 ? <Goals goals={view.goals} /> : null}
      {view.decision ? (
        <Decision key={`decide ${view.number}`} view={view.decision} onDecide={onDecide} />
      ) : null}
      {view.deadEnd ? <DeadEnd view={view.deadEnd} onRewind={onRewind} /> : null}
      {rungs > 0 ? <HintLadder hints={view.hints.slice(0, rungs)} onRun={onRun} /> : null}
    </>
  );
}

function hintLabel(taken: number, all: number): string {
  if (taken === 0) return 'Hint';
  return taken < all ? `Next hint (${taken} of ${all} taken)` : 'All hints taken';
}

function allDone(view: GuideView): boolean {
  return view.goals.every((goal) => goal.state === 'done');
}
