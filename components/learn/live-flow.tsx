'use client';

import { useMemo, useState } from 'react';
import type { RuleLit, TrialRule, TrialView } from '../../lib/views';
import { Picture } from '../flow/picture';
import { MarkdownLine } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';
import { selectorOf } from './trial-lights';
import { TrialSteps } from './trial-steps';

export interface FlowDrawing {
  readonly id: string;
  readonly title: string;
  readonly mermaid: string;
  readonly twin: readonly string[];
  readonly lights: readonly TrialRule[];
}

/** Flows, and beside them the commands that light them. */
export function LiveFlow({
  flows,
  run,
  outcome,
  view,
  running,
  failed,
  sandbox,
  onRun,
}: {
  flows: readonly FlowDrawing[];
  run: readonly string[];
  /** What comes of it, in a sentence. */
  outcome: string;
  view: TrialView | undefined;
  running: boolean;
  failed?: string | undefined;
  /** The sandbox with the same commands typed in. */
  sandbox: string;
  onRun: () => void;
}) {
  const [chosen, setChosen] = useState<number>();
  return (
    <div className="grid items-start gap-x-8 gap-y-6 min-[1020px]:grid-cols-[minmax(0,1fr)_400px]">
      <div className="grid min-w-0 gap-6 min-[1020px]:sticky min-[1020px]:top-4">
        {flows.map((flow, index) => (
          <Flow key={flow.id} flow={flow} lit={litOf(view, index, chosen)} ran={view !== undefined} />
        ))}
      </div>
      <TrialSteps
        run={run}
        outcome={outcome}
        view={view}
        running={running}
        failed={failed}
        sandbox={sandbox}
        chosen={chosen}
        onChoose={setChosen}
        onRun={() => {
          setChosen(undefined);
          onRun();
        }}
      />
    </div>
  );
}

/** What a command lit, or all of them together: the newest word on a part counts. */
function litOf(view: TrialView | undefined, flow: number, chosen: number | undefined): readonly RuleLit[] {
  const parts = view?.parts ?? [];
  const counted = chosen === undefined ? parts : parts.slice(chosen, chosen + 1);
  const byRule = new Map<number, RuleLit>();
  for (const { lit } of counted) for (const one of lit[flow] ?? []) byRule.set(one.rule, one);
  return [...byRule.values()].sort((a, b) => a.rule - b.rule);
}

function Flow({ flow, lit, ran }: { flow: FlowDrawing; lit: readonly RuleLit[]; ran: boolean }) {
  const { title, mermaid, twin, lights } = flow;
  const selectors = useMemo(() => {
    // A part that was refused once stays so, whatever else lit it in the same moment.
    const ordered = [...lit].sort((a, b) => Number(a.light === 'refused') - Number(b.light === 'refused'));
    return ordered.flatMap(({ rule, light }) => {
      const found = lights[rule];
      return found ? [{ selector: selectorOf(found), light }] : [];
    });
  }, [lit, lights]);
  return (
    <div className="min-w-0 rounded-[14px] border border-rule bg-sheet [--ground:var(--sheet)] px-4 pt-3 pb-4 shadow-region max-[700px]:[&_.flow-picture>svg]:w-[560px]">
      <Picture heading="h2" title={title} mermaid={mermaid} lights={selectors} twin={twin} />
      <ul
        aria-label={`What lit up in: ${title}`}
        className="mt-3 grid gap-1 border-rule border-t pt-3 text-sm"
      >
        {lit.length === 0 ? (
          <li className="text-ink-3">
            {ran ? 'This command lit nothing here.' : 'Nothing is lit yet: run the commands.'}
          </li>
        ) : null}
        {lit.map(({ rule, light }) => (
          <li key={rule} className="flex items-baseline gap-2">
            <VerdictMark verdict={light === 'refused' ? 'refused' : 'allowed'} size={14} />
            <span>
              <MarkdownLine text={lights[rule]?.says ?? ''} />
              {light === 'refused' ? <span className="text-deny"> Refused.</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
