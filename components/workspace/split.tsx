'use client';

import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { cx } from '../ui/class-names';
import { splitAt, splitBounds, splitMoved } from './split-share';

const HALF_AND_A_BIT = 53;

/** Stage over console with a divider between them; on narrow screens the chosen one alone. */
export function Split({
  upper,
  lower,
  only,
}: {
  upper: ReactNode;
  lower: ReactNode;
  only: 'upper' | 'lower';
}) {
  const [percent, setPercent] = useState(HALF_AND_A_BIT);
  const root = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const next = splitMoved(event.key, percent);
    if (next === undefined) return;
    event.preventDefault();
    setPercent(next);
  }
  function onPointerMove(event: PointerEvent) {
    const box = root.current?.getBoundingClientRect();
    if (box && event.buttons === 1) setPercent(splitAt(event.clientY, box.top, box.height));
  }
  return (
    <div ref={root} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        style={{ '--share': `${percent} 1 0` } as CSSProperties}
        className={cx(
          'min-h-0 flex-1 flex-col min-[900px]:flex min-[900px]:[flex:var(--share)]',
          only === 'upper' ? 'flex' : 'hidden',
        )}
      >
        {upper}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: hr cannot be moved; this divider can */}
      <div
        role="separator"
        tabIndex={0}
        aria-label="Height of the stage"
        aria-orientation="horizontal"
        aria-valuenow={percent}
        aria-valuemin={splitBounds.least}
        aria-valuemax={splitBounds.most}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => setPercent(HALF_AND_A_BIT)}
        className="group relative z-10 -my-1 hidden h-2 shrink-0 cursor-row-resize touch-none outline-offset-0 min-[900px]:block"
      >
        <span className="absolute inset-x-0 top-1 h-px bg-rule group-hover:h-0.5 group-hover:bg-ink-3" />
        <span className="absolute top-[1px] left-1/2 h-1.5 w-9 -translate-x-1/2 rounded-full border border-rule-strong bg-sheet group-hover:border-ink-3" />
      </div>
      <div
        style={{ '--share': `${100 - percent} 1 0` } as CSSProperties}
        className={cx(
          'min-h-0 flex-1 flex-col min-[900px]:flex min-[900px]:[flex:var(--share)]',
          only === 'lower' ? 'flex' : 'hidden',
        )}
      >
        {lower}
      </div>
    </div>
  );
}
