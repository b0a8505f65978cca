'use client';

import type { DeadEndView } from '../../lib/views';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { MarkdownLine } from '../ui/markdown';

/** From here the goal is out of reach; nothing is lost by going back. */
export function DeadEnd({ view, onRewind }: { view: DeadEndView; onRewind: () => void }) {
  return (
    <div role="alert">
      <Callout tone="waiting" title="This cannot be reached from here">
        <p>
          <MarkdownLine text={view.because} />
        </p>
        <p className="text-ink-2">What you did stays on its own branch of the timeline.</p>
        <Button className="mt-1 justify-self-start" onClick={onRewind}>
          Rewind to {view.rewindTo}
        </Button>
      </Callout>
    </div>
  );
}
