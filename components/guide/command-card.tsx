'use client';

import type { CommandCardView } from '../../lib/views';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { MarkdownLine } from '../ui/markdown';

const labels = { ready: 'Run', running: 'Running', ran: 'Run again' } as const;

/** A command to run as it stands, or to copy and change. */
export function CommandCard({ view, onRun }: { view: CommandCardView; onRun: (source: string) => void }) {
  return (
    <div className="grid gap-1">
      {view.lead ? (
        <p className="text-ink-2 text-sm">
          <MarkdownLine text={view.lead} />
        </p>
      ) : null}
      <div className="rounded-lg border border-rule bg-paper p-2 pl-2.5">
        <pre className="m-0 whitespace-pre-wrap break-words font-mono text-xs leading-[1.5]">
          {view.source}
        </pre>
        <div className="-mr-0.5 mt-1 flex items-center justify-end gap-1">
          <CopyButton text={view.source} what="the command" />
          <Button
            look={view.state === 'ran' ? 'plain' : 'primary'}
            disabled={view.state === 'running'}
            // Several cards stand below each other: the name says which one this runs.
            aria-label={`${labels[view.state]}: ${view.source.split('\n')[0]}`}
            onClick={() => onRun(view.source)}
          >
            {labels[view.state]}
          </Button>
        </div>
      </div>
    </div>
  );
}
