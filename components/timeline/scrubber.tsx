'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { TimelineMarkView, TimelineView } from '../../lib/views';
import { cx } from '../ui/class-names';
import {
  type DrawnMark,
  drawnMarks,
  momentWords,
  positionAt,
  scrubbed,
  shareOf,
  writtenSkips,
} from './timeline-marks';

const MOST_MARKS = 90;

/** The run as a slider: arrows step, Page keys leap, Home and End go to the ends. */
export function Scrubber({ view, onMove }: { view: TimelineView; onMove: (position: number) => void }) {
  const line = useRef<HTMLDivElement>(null);
  const { at, now } = view;
  function onKeyDown(event: KeyboardEvent) {
    const next = scrubbed(event.key, at, now);
    if (next === undefined) return;
    event.preventDefault();
    onMove(next);
  }
  function toPointer(event: PointerEvent) {
    const box = line.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const next = positionAt((event.clientX - box.left) / box.width, now);
    if (next !== at) onMove(next);
  }
  const share = shareOf(at, now);
  const drawnHere = drawnMarks(view.marks, now, MOST_MARKS);
  const written = writtenSkips(drawnHere, now);
  return (
    <div
      ref={line}
      role="slider"
      tabIndex={0}
      aria-label="Moment of the run"
      aria-valuemin={0}
      aria-valuemax={now}
      aria-valuenow={at}
      aria-valuetext={momentWords(view)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        toPointer(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && toPointer(event)}
      className="relative h-[26px] min-w-0 flex-1 cursor-pointer touch-none rounded"
    >
      <span className="absolute inset-x-0 top-[12.500px] h-px bg-rule-strong" />
      {drawnHere.map((drawn) => (
        <Mark
          key={drawn.mark.position}
          drawn={drawn}
          now={now}
          past={drawn.mark.position > at}
          isWritten={written.has(drawn.mark.position)}
        />
      ))}
      <span className="absolute top-0 z-2 h-[26px] w-0.5 bg-ink" style={{ left: `${share * 100}%` }}>
        <span
          className={cx(
            'absolute -top-0.5 whitespace-nowrap bg-sheet/80 text-ink-2 text-xs leading-none',
            share > 0.7 ? 'right-2' : 'left-2',
          )}
        >
          {at === 0 ? 'start' : `request ${at} of ${now}`}
        </span>
      </span>
    </div>
  );
}

const shapes: Readonly<Record<TimelineMarkView['verdict'], string>> = {
  allowed: 'rounded-full bg-allow',
  refused: 'z-1 rotate-45 rounded-[2px] bg-deny',
  waiting: 'rounded-full bg-wait',
  'not reached': 'rounded-full bg-edge',
};

interface MarkProps {
  drawn: DrawnMark;
  now: number;
  past: boolean;
  /** Whether its skip is written beside it. */
  isWritten: boolean;
}

function Mark({ drawn, now, past, isWritten }: MarkProps) {
  const { mark } = drawn;
  const left = `${shareOf(mark.position, now) * 100}%`;
  return (
    <>
      {isWritten ? (
        <span
          className="absolute top-[17px] -translate-x-full whitespace-nowrap pr-2 text-[11px] text-ink-3 leading-none"
          style={{ left }}
        >
          {mark.skipped}
        </span>
      ) : null}
      <span
        className={cx(
          'absolute top-2 -ml-[5px] size-2.5 border-2 border-sheet',
          shapes[mark.verdict],
          past && 'opacity-35',
        )}
        style={{ left }}
      />
    </>
  );
}
