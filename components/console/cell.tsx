'use client';

import { memo, useState } from 'react';
import type { CellView, StatementView } from '../../lib/views';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { GateRows } from './gate-row';
import { Marked, Output } from './output';

export interface CellProps {
  cell: CellView;
  prompt: string;
  query?: string;
  onOpenRequest?: (requestId: string) => void;
}

const words = {
  running: 'running',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
} as const;

/** A command with its output and the gates each request passed. Drawn again only when it has changed: they are many. */
export const Cell = memo(function Cell({ cell, prompt, query = '', onOpenRequest }: CellProps) {
  const first = cell.source.split('\n')[0] ?? '';
  return (
    <article
      aria-label={`${first}, ${words[cell.status]}`}
      className="group/cell relative font-mono text-code"
    >
      <pre className="m-0 whitespace-pre-wrap pr-8 leading-[1.5] [overflow-wrap:anywhere]">
        <span aria-hidden="true" className="select-none text-ink-3">
          {prompt}{' '}
        </span>
        <Marked text={cell.source} query={query} />
        {cell.origin ? (
          <span className="ml-2 select-none font-sans text-ink-3 text-xs">{cell.origin}</span>
        ) : null}
      </pre>
      <span className="absolute -top-1 right-0 opacity-0 focus-within:opacity-100 group-hover/cell:opacity-100 pointer-coarse:opacity-100">
        <CopyButton text={asText(cell, prompt)} what="this command and its output" />
      </span>
      {cell.statements.map((statement) => (
        <Statement key={statement.id} statement={statement} query={query} onOpenRequest={onOpenRequest} />
      ))}
      {cell.status === 'running' ? <p className="mt-1 font-sans text-ink-3 text-xs">Running…</p> : null}
      {cell.status === 'stopped' ? (
        <p className="mt-1 font-sans text-wait text-xs">Stopped. What was done before stays done.</p>
      ) : null}
    </article>
  );
});

const ROWS = 4;

function Statement({
  statement,
  query,
  onOpenRequest,
}: {
  statement: StatementView;
  query: string;
  onOpenRequest: ((requestId: string) => void) | undefined;
}) {
  const [all, setAll] = useState(false);
  const { requests } = statement;
  const shown = all ? requests : requests.slice(0, ROWS);
  return (
    <div>
      {statement.source ? (
        <pre className="m-0 mt-1.5 whitespace-pre-wrap text-ink-3 [overflow-wrap:anywhere]">
          {statement.source}
        </pre>
      ) : null}
      {statement.output.map((output, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: output only ever grows at its end
        <Output key={index} output={output} query={query} />
      ))}
      {requests.length > 0 ? (
        <div className="mt-[7px] ml-3.5 grid justify-items-start gap-1 font-sans">
          {shown.map((request) => (
            <GateRows
              key={request.requestId}
              request={request}
              named={requests.length > 1 || request.inner.length > 0}
              onOpen={onOpenRequest}
            />
          ))}
          {requests.length > ROWS ? (
            <Button look="quiet" size="small" className="-ml-1.5" onClick={() => setAll(!all)}>
              {all ? 'Show fewer requests' : `Show all ${requests.length.toLocaleString('en-US')} requests`}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function asText(cell: CellView, prompt: string): string {
  const output = cell.statements.flatMap((statement) => statement.output.map((part) => part.text.trimEnd()));
  return [`${prompt} ${cell.source}`, ...output].join('\n');
}
