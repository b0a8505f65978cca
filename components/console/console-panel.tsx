'use client';

import { type ReactNode, useRef, useState } from 'react';
import type { ConsoleView } from '../../lib/views';
import { Button, IconButton } from '../ui/button';
import { ConsoleInput } from './console-input';
import { ConsoleLog } from './console-log';
import { ConsoleSearch } from './console-search';
import { looksComplete } from './source-complete';
import type { AskForCompletion } from './use-completion';

export interface ConsolePanelProps {
  view: ConsoleView;
  onRun: (source: string) => void;
  /** Ends the running cell. */
  onStop: () => void;
  /** What Tab can put in at the caret. */
  onSuggest: AskForCompletion;
  /** Put into the input, to be run or changed. */
  draft?: string | undefined;
  /** What to do first, as long as nothing was run; a sentence where a lesson says it anyway. */
  beginnings?: ReactNode;
  /** Opens a request in the X-ray. */
  onOpenRequest: (requestId: string) => void;
}

/** The transcript and the line to type in. Clearing the view forgets nothing. */
export function ConsolePanel(props: ConsolePanelProps) {
  const { view, onRun, onStop, onSuggest, draft, beginnings = <FirstWords />, onOpenRequest } = props;
  const [query, setQuery] = useState<string>();
  const [cleared, setCleared] = useState(0);
  const log = useRef<HTMLElement>(null);
  const clear = () => setCleared(view.cells.length);
  return (
    <section aria-label="Console" className="flex min-h-0 flex-1 flex-col bg-sheet">
      <div className="flex h-9 shrink-0 items-center gap-1 pr-2 pl-4">
        <h2 className="flex-1 font-normal text-ink-3 text-xs">Console</h2>
        {query === undefined ? (
          <>
            <IconButton
              icon="search"
              label="Search the console"
              look="quiet"
              size="small"
              onClick={() => setQuery('')}
            />
            <Button look="quiet" size="small" onClick={clear}>
              Clear
            </Button>
          </>
        ) : (
          <ConsoleSearch log={log} query={query} onQuery={setQuery} onClose={() => setQuery(undefined)} />
        )}
      </div>
      <ConsoleLog
        log={log}
        cells={view.cells}
        cleared={Math.min(cleared, view.cells.length)}
        prompt={view.prompt}
        query={query ?? ''}
        empty={beginnings}
        onOpenRequest={onOpenRequest}
        onShowCleared={() => setCleared(0)}
      />
      <ConsoleInput
        prompt={view.prompt}
        closedBecause={view.closedBecause}
        history={view.history}
        draft={draft}
        running={view.running}
        isComplete={looksComplete}
        onRun={onRun}
        onStop={onStop}
        onClear={clear}
        onSuggest={onSuggest}
      />
    </section>
  );
}

function FirstWords() {
  return (
    <p className="text-ink-3 text-sm">
      A shell with the aws command. Try <code>aws kms list-keys</code>.
    </p>
  );
}
