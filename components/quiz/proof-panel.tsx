'use client';

import type { ProofView } from '../../lib/views';
import { Cell } from '../console/cell';
import { MarkdownLine } from '../ui/markdown';

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
      className="self-start overflow-hidden rounded-[14px] border border-rule bg-sheet shadow-region"
    >
      <header className="flex items-baseline border-rule border-b px-4 py-3">
        <h2 className="text-base">Proved by the engine</h2>
        <span className="ml-auto text-ink-3 text-xs">{view.summary}</span>
      </header>
      {view.parts.map((part) => (
        <div key={part.cell.id} className="border-rule border-b px-4 py-3 last:border-b-0">
          {part.lead ? (
            <p className="mb-1.5">
              <MarkdownLine text={part.lead} />
            </p>
          ) : null}
          <Cell cell={part.cell} prompt="$" onOpenRequest={onOpenRequest} />
        </div>
      ))}
    </section>
  );
}
