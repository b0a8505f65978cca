'use client';

import type { TimelineView } from '../../lib/views';
import { momentWords } from './timeline-marks';

/** Over the whole workspace while it shows an earlier moment. */
export function PastBanner({
  view,
  onBackToNow,
  onGoOnFromHere,
}: {
  view: TimelineView;
  onBackToNow: () => void;
  /** Makes a branch; what came later stays on the old one. */
  onGoOnFromHere: () => void;
}) {
  if (view.at === view.now) return null;
  const look = 'rounded-[7px] border px-2.5 py-0.5';
  return (
    <section
      aria-label="You are looking at the past"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 bg-ink px-4 py-1.5 text-paper focus-within:[--link:var(--paper)]"
    >
      <p className="min-w-0 max-[700px]:w-full min-[700px]:flex-1">
        <strong className="font-semibold">You are looking at the past:</strong> {momentWords(view)}.
      </p>
      <button type="button" onClick={onGoOnFromHere} className={`${look} border-ink-3 hover:border-paper`}>
        Go on from here
      </button>
      <button type="button" onClick={onBackToNow} className={`${look} border-paper bg-paper text-ink`}>
        Back to now
      </button>
    </section>
  );
}
