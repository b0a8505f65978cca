'use client';

import { useEffect } from 'react';
import { CommandCard } from '../guide/command-card';
import { ButtonLink, IconButton } from '../ui/button';
import { Callout } from '../ui/callout';
import { ProgressSteps } from '../ui/progress-steps';
import { answerTour } from './tour-answer';

const STEPS = [
  {
    title: 'Press one command',
    text: 'This is a real shell with the aws command. What it answers comes from a KMS that lives in this page. Make a key: press Run, or type it below.',
    command: 'aws kms create-key --description "mine"',
  },
  {
    title: 'Now one that fails',
    text: 'Under the answer stands the row of gates the request passed. Ask for a key that is not there, and see at which gate it ends.',
    command: 'aws kms describe-key --key-id alias/payroll',
  },
  {
    title: 'See why',
    text: 'Press the red gate in the console, or any other. The X-ray says what each gate saw, which one decided, and how to mend it.',
  },
  {
    title: 'That is all there is to know',
    text: 'The map shows the key you made, the timeline every request: go back to any of them and on from there. Nothing leaves this machine.',
  },
] as const;

/** One minute in the real workspace: a command, a refusal, its reason. */
export function Tour({
  commands,
  openedRequest,
  ready,
  onRun,
  onClose,
}: {
  /** How many were run so far. */
  commands: number;
  /** A request was opened in the X-ray. */
  openedRequest: boolean;
  ready: boolean;
  onRun: (source: string) => void;
  onClose: () => void;
}) {
  const at = commands < 2 ? commands : openedRequest ? 3 : 2;
  const step = STEPS[at] ?? STEPS[0];
  const command = 'command' in step ? step.command : undefined;
  const isDone = at === STEPS.length - 1;
  useEffect(() => {
    if (isDone) answerTour();
  }, [isDone]);
  function close() {
    answerTour();
    onClose();
  }
  return (
    <section aria-label="Tour" className="flex min-h-0 flex-1 flex-col bg-sheet">
      <div className="@container relative grid min-h-0 flex-1 content-start gap-3.5 overflow-y-auto px-5 pt-[18px] pb-5">
        <ProgressSteps
          label="Steps of the tour"
          steps={STEPS.map(({ title }, index) => ({
            title,
            state: index < at ? 'done' : index === at ? 'now' : 'ahead',
          }))}
        />
        <div aria-live="polite">
          <div className="flex items-center">
            <p className="flex-1 text-ink-3 text-xs">
              One-minute tour, step {at + 1} of {STEPS.length}
            </p>
            <IconButton icon="close" label="Close the tour" look="quiet" size="small" onClick={close} />
          </div>
          <h2 className="text-balance text-xl tracking-[-0.015em]">{step.title}</h2>
          <p className="mt-2 text-ink-2">{step.text}</p>
        </div>
        {command ? (
          <CommandCard
            view={{ id: `tour-${at}`, source: command, state: ready ? 'ready' : 'running' }}
            onRun={onRun}
          />
        ) : null}
        {isDone ? (
          <>
            <Callout tone="allowed" title="Tour done">
              <p>You made a key, met a refusal and read its reason.</p>
            </Callout>
            <div className="flex flex-wrap gap-2">
              <ButtonLink href="/labs/" look="primary">
                Take the pager
              </ButtonLink>
              <ButtonLink href="/learn/">Learn the concepts</ButtonLink>
              <ButtonLink href="/sandbox/?presets=1">Other beginnings</ButtonLink>
            </div>
          </>
        ) : null}
      </div>
    </section>
  );
}
