'use client';

import type { ReactNode } from 'react';
import type { WhoCanDetailView, WhoCanVerdict } from '../../lib/views';
import { Button } from '../ui/button';
import { CodeBlock } from '../ui/code-block';
import { MarkdownLine } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';
import { Layers } from '../xray/access-check';
import { MARKS, WORDS } from './cell-words';

/** One cell: why, what it hangs on, and what would change it. */
export function WhoCanDetail({
  view,
  label,
  before,
  onAsk,
  onSides,
  children,
}: {
  view: WhoCanDetailView;
  /** The principal as people call it. */
  label: string;
  before: WhoCanVerdict | undefined;
  /** Tries the request on drafts. */
  onAsk: () => void;
  onSides: () => void;
  /** What would allow it. */
  children?: ReactNode;
}) {
  const { request, command, verdict, because, depends, layers } = view;
  return (
    <section
      aria-label="The chosen cell"
      className="grid grid-cols-1 gap-2.5 rounded-[10px] border border-rule-strong bg-paper p-3"
    >
      <div className="flex items-start gap-2.5">
        <VerdictMark verdict={MARKS[verdict]} loud />
        <div className="min-w-0">
          <h3 className="text-base">
            {request.operation} by {label}: {WORDS[verdict]}
            {before && before !== verdict ? ` (was ${WORDS[before]})` : ''}
          </h3>
          <p className="break-words text-sm">
            <MarkdownLine text={because} />
          </p>
        </div>
      </div>
      {depends.length > 0 ? (
        <p className="text-sm">
          It hangs on what the request says:{' '}
          {depends.map((key, index) => (
            <span key={key}>
              {index > 0 ? ', ' : ''}
              <code className="break-words font-mono">{key}</code>
            </span>
          ))}
          .
        </p>
      ) : null}
      <Layers layers={layers} refused={verdict !== 'allowed'} />
      <CodeBlock code={command} what="the request as a command" />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onAsk}>
          Try drafts on it
        </Button>
        <Button size="small" onClick={onSides}>
          Show both sides
        </Button>
      </div>
      {children}
    </section>
  );
}
