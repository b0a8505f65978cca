'use client';

import { memo, type ReactNode } from 'react';
import type { TimelineMarkView, TimelineView } from '../../lib/views';
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
        <Moment key={mark.position} mark={mark} here={mark.position === view.at} onMove={onMove} />
      ))}
      <li>
        <Row position={start.position} here={view.at === start.position} onMove={onMove}>
          {start.operation}
        </Row>
      </li>
    </ol>
  );
}

/** One of many: drawn again only when it has changed. */
const Moment = memo(function Moment({
  mark,
  here,
  onMove,
}: {
  mark: TimelineMarkView;
  here: boolean;
  onMove: (position: number) => void;
}) {
  return (
    <li>
      <Row position={mark.position} here={here} onMove={onMove}>
        <VerdictMark verdict={mark.verdict} size={16} />
        <span className="font-mono text-code text-ink-2">{mark.at}</span>
        <span className="font-semibold">{mark.operation}</span>
        <span className="text-ink-2 text-sm">{mark.verdict}</span>
        {mark.skipped ? <span className="ml-auto text-ink-3 text-xs">{mark.skipped}</span> : null}
      </Row>
    </li>
  );
});

function Row({
  position,
  here,
  onMove,
  children,
}: {
  position: number;
  here: boolean;
  onMove: (position: number) => void;
  children: ReactNode;
}) {
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
