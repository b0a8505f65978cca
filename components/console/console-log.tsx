'use client';

import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { CellView } from '../../lib/views';
import { Button } from '../ui/button';
import { Cell } from './cell';

/** How many cells are on the page at first; the rest is one button away. */
const KEPT_CELLS = 80;
const NEAR_END_PX = 40;

/** The cells, newest at the foot. Stays at the foot unless the learner has scrolled away from it. */
export function ConsoleLog({
  log,
  cells,
  cleared,
  prompt,
  query,
  empty,
  onOpenRequest,
  onShowCleared,
}: {
  log: RefObject<HTMLElement | null>;
  cells: readonly CellView[];
  /** How many of the first cells were cleared from view. */
  cleared: number;
  prompt: string;
  query: string;
  /** Stands where no command was run yet. */
  empty: ReactNode;
  onOpenRequest: (requestId: string) => void;
  onShowCleared: () => void;
}) {
  const [kept, setKept] = useState(KEPT_CELLS);
  const atEnd = useRef(true);
  const first = query === '' ? Math.max(cleared, cells.length - kept) : 0;
  useLayoutEffect(() => {
    if (atEnd.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  });
  function showEarlier() {
    setKept(kept + KEPT_CELLS);
    onShowCleared();
  }
  return (
    <section
      ref={log}
      role="log"
      aria-label="Commands and their output"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the log scrolls, and scrolling must work by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: at }) => {
        atEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_END_PX;
      }}
      className="relative min-h-0 flex-1 overflow-y-auto px-4 py-3 -outline-offset-2"
    >
      <div className="grid min-h-full content-end gap-3">
        {first > 0 ? (
          <Button look="quiet" size="small" className="justify-self-center" onClick={showEarlier}>
            Show {first} earlier {first === 1 ? 'command' : 'commands'}
          </Button>
        ) : null}
        {cells.slice(first).map((cell) => (
          <Cell key={cell.id} cell={cell} prompt={prompt} query={query} onOpenRequest={onOpenRequest} />
        ))}
        {cells.length === 0 ? empty : null}
      </div>
    </section>
  );
}
