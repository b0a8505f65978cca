'use client';

import type { TrialPartView, TrialView } from '../../lib/views';
import { Cell } from '../console/cell';
import { Button, ButtonLink } from '../ui/button';
import { Callout } from '../ui/callout';
import { cx } from '../ui/class-names';
import { Disclosure } from '../ui/disclosure';
import { MarkdownLine } from '../ui/markdown';
import { Stages } from '../xray/stages';
import { XrayHead } from '../xray/xray-head';

/** Commands to try, and once they were run what each answered. */
export function TrialSteps({
  run,
  outcome,
  view,
  running,
  failed,
  sandbox,
  chosen,
  onChoose,
  onRun,
}: {
  run: readonly string[];
  outcome: string;
  view: TrialView | undefined;
  running: boolean;
  failed: string | undefined;
  sandbox: string;
  chosen: number | undefined;
  onChoose: (step: number | undefined) => void;
  onRun: () => void;
}) {
  const isDone = view !== undefined && !running;
  return (
    <section
      aria-label="Something to try"
      className="min-w-0 overflow-hidden rounded-[14px] border border-rule bg-sheet shadow-region"
    >
      <header className="flex flex-wrap items-center gap-2 border-rule border-b px-4 py-2.5">
        <h2 className="flex-1 text-base">Try it</h2>
        <ButtonLink href={sandbox}>Open in the sandbox</ButtonLink>
        <Button look={isDone ? 'plain' : 'primary'} onClick={onRun} disabled={running}>
          {running ? 'Running…' : isDone ? 'Run again' : run.length === 1 ? 'Run it' : 'Run these'}
        </Button>
      </header>
      {failed ? (
        <div className="px-4 pt-3">
          <Callout tone="refused" title="It could not be run">
            <p>{failed} Run it again, or open it in the sandbox.</p>
          </Callout>
        </div>
      ) : null}
      <ol>
        {run.map((source, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: commands do not change their order
            key={index}
            className={cx('border-rule border-b px-4 py-3', chosen === index && 'bg-paper')}
          >
            <Step
              source={source}
              part={view?.parts[index]}
              pick={view ? () => onChoose(chosen === index ? undefined : index) : undefined}
              picked={chosen === index}
              number={index + 1}
            />
          </li>
        ))}
      </ol>
      <div role="status" className="px-4 py-3">
        {isDone ? (
          <p>
            <strong className="font-semibold">What comes of it.</strong> <MarkdownLine text={outcome} />
          </p>
        ) : (
          <p className="text-ink-3 text-sm">
            {running
              ? 'A fresh world is being made for this.'
              : 'They run in a fresh world of their own; nothing is kept.'}
          </p>
        )}
      </div>
    </section>
  );
}

function Step({
  source,
  part,
  pick,
  picked,
  number,
}: {
  source: string;
  part: TrialPartView | undefined;
  pick: (() => void) | undefined;
  picked: boolean;
  number: number;
}) {
  if (!part) {
    return (
      <pre className="m-0 whitespace-pre-wrap font-mono text-code [overflow-wrap:anywhere]">
        <span aria-hidden="true" className="select-none text-ink-3">
          ${' '}
        </span>
        {source}
      </pre>
    );
  }
  const xray = part.xrays?.at(-1);
  return (
    <>
      <Cell cell={part.cell} prompt="$" />
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
        {xray ? (
          <Disclosure summary={<XrayHead view={xray} small />}>
            <Stages view={xray} />
          </Disclosure>
        ) : (
          <span className="text-ink-3 text-xs">No request to KMS.</span>
        )}
        {pick ? (
          <Button look="quiet" size="small" aria-pressed={picked} onClick={pick}>
            {picked ? 'Light all steps' : `Light step ${number} alone`}
          </Button>
        ) : null}
      </div>
    </>
  );
}
