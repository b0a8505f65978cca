import type { TimelineMarkView, TimelineView } from '../../lib/views';

export interface DrawnMark {
  readonly mark: TimelineMarkView;
  /** How many requests this mark stands for. */
  readonly count: number;
}

/** At most `most` marks, evenly spread; where several share a place a refused one is drawn. */
export function drawnMarks(
  marks: readonly TimelineMarkView[],
  now: number,
  most: number,
): readonly DrawnMark[] {
  const places = new Map<number, DrawnMark>();
  const perPlace = Math.max(1, now / most);
  for (const mark of marks) {
    const place = Math.floor((mark.position - 1) / perPlace);
    const before = places.get(place);
    const keeps = before && mark.verdict !== 'refused';
    places.set(place, { mark: keeps ? before.mark : mark, count: (before?.count ?? 0) + 1 });
  }
  return [...places.values()];
}

/** The marks whose skip is written out: none so near to the one before that the words would meet. */
export function writtenSkips(drawn: readonly DrawnMark[], now: number, apart = 0.12): ReadonlySet<number> {
  const written = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { mark } of [...drawn].sort((a, b) => a.mark.position - b.mark.position)) {
    const share = shareOf(mark.position, now);
    if (!mark.skipped || share - last < apart) continue;
    written.add(mark.position);
    last = share;
  }
  return written;
}

/** Where a position stands on the line, as a share of its width. */
export function shareOf(position: number, now: number): number {
  return now === 0 ? 0.02 : 0.02 + (position / now) * 0.96;
}

/** The position nearest to a share of the width. */
export function positionAt(share: number, now: number): number {
  return Math.max(0, Math.min(now, Math.round(((share - 0.02) / 0.96) * now)));
}

const jumps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** Where a key moves the slider; undefined when it moves nothing. */
export function scrubbed(key: string, at: number, now: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return now;
  const jump = jumps[key];
  return jump === undefined ? undefined : Math.max(0, Math.min(now, at + jump));
}

/** `request 7 of 7, 10:02:14, Decrypt refused` */
export function momentWords({ at, now, marks }: TimelineView): string {
  if (at === 0) return now === 0 ? 'no request yet' : `before the first of ${now} requests`;
  const mark = marks.find((found) => found.position === at);
  const place = `request ${at} of ${now}`;
  return mark ? `${place}, ${mark.at}, ${mark.operation} ${mark.verdict}` : place;
}
