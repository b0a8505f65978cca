'use client';

import type { WhyView } from '../../lib/views';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { MarkdownLine } from '../ui/markdown';

/** The one plain sentence, and the way out. */
export function Why({
  why,
  refused,
  onRun,
}: {
  why: WhyView;
  refused: boolean;
  onRun: (command: string) => void;
}) {
  const { command } = why;
  return (
    <Callout tone={refused ? 'refused' : 'plain'} title={refused ? 'Why it failed' : 'Why it was allowed'}>
      <p>
        <MarkdownLine text={why.sentence} />
      </p>
      {why.fix ? (
        <p>
          <strong className="font-semibold">To mend it: </strong>
          <MarkdownLine text={why.fix} />
        </p>
      ) : null}
      {command ? (
        <div className="mt-1 flex items-start gap-2">
          <code className="min-w-0 flex-1 break-words font-mono">{command}</code>
          <Button onClick={() => onRun(command)} aria-label={`Run ${command}`}>
            Run
          </Button>
        </div>
      ) : null}
    </Callout>
  );
}
