'use client';

import type { ReactNode } from 'react';
import type { TimelineView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { VerdictMark } from '../ui/verdict-mark';

const SHOWN = 200;

/** The same moments as a list, newest first: for narrow screens. */
export function TimelineList({ view, onMove }: { view: TimelineView; onMove: (position: number) => void }) {
  const newest = view.marks.slice(-SHOWN).reverse();
  const start = { position: 0, at: '', operation: 'Start of the run' };
  return (
    <ol aria-label="Requests, newest first" className="grid gap-px p-2">
      {newest.map((mark) => (
        <li key={mark.position}>
          <Row position={mark.position} at={view.at} onMove={onMove}>
            <VerdictMark verdict={mark.verdict} size={16} />
            <span className="font-mono text-code text-ink-2">{mark.at}</span>
            <span className="font-semibold">{mark.operation}</span>
            <span className="text-ink-2 text-sm">{mark.verdict}</span>
            {mark.skipped ? <span className="ml-auto text-ink-3 text-xs">{mark.skipped}</span> : null}
          </Row>
        </li>
      ))}
      <li>
        <Row position={start.position} at={view.at} onMove={onMove}>
          {start.operation}
        </Row>
      </li>
    </ol>
  );
}

function Row({
  position,
  at,
  onMove,
  children,
}: {
  position: number;
  at: number;
  onMove: (position: number) => void;
  children: ReactNode;
}) {
  const here = position === at;
  return (
    <button
      type="button"
      aria-current={here ? 'true' : undefined}
      onClick={() => onMove(position)}
      className={cx(
        'flex w-full items-center gap-2.5 rounded-lg px-2.5 py-2 text-left',
        here ? 'bg-paper shadow-[inset_3px_0_var(--ink)]' : 'hover:bg-paper',
      )}
    >
      {children}
    </button>
  );
}
