'use client';

import { useState } from 'react';
import type { ProofPartView, ProofView } from '../../lib/views';
import { Cell } from '../console/cell';
import { Disclosure } from '../ui/disclosure';
import { MarkdownLine } from '../ui/markdown';
import { Stages } from '../xray/stages';
import { XrayHead } from '../xray/xray-head';

/** The engine's proof beside a question: real commands in a fresh world. */
export function ProofPanel({
  view,
  onOpenRequest,
}: {
  view: ProofView;
  onOpenRequest?: (requestId: string) => void;
}) {
  return (
    <section
      aria-label="Proof"
      className="min-w-0 self-start overflow-hidden rounded-[14px] border border-rule bg-sheet shadow-region"
    >
      <header className="flex items-baseline border-rule border-b px-4 py-3">
        <h3 className="text-base">Proved by the engine</h3>
        <span className="ml-auto text-ink-3 text-xs">{view.summary}</span>
      </header>
      {view.parts.map((part) => (
        <Part key={part.cell.id} part={part} onOpenRequest={onOpenRequest} />
      ))}
    </section>
  );
}

function Part({
  part: { lead, cell, xrays = [] },
  onOpenRequest,
}: {
  part: ProofPartView;
  onOpenRequest: ((requestId: string) => void) | undefined;
}) {
  const [chosen, setChosen] = useState<string>();
  const shown = xrays.find(({ requestId }) => requestId === chosen) ?? xrays.at(-1);
  return (
    <div className="border-rule border-b px-4 py-3 last:border-b-0">
      {lead ? (
        <p className="mb-1.5">
          <MarkdownLine text={lead} />
        </p>
      ) : null}
      <Cell cell={cell} prompt="$" onOpenRequest={xrays.length > 0 ? setChosen : onOpenRequest} />
      {shown ? (
        <div className="mt-2">
          <Disclosure summary={<XrayHead view={shown} small />}>
            <Stages view={shown} />
          </Disclosure>
        </div>
      ) : null}
    </div>
  );
}
