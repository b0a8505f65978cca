import { describe, expect, it } from 'vitest';
import type { TimelineMarkView, TimelineView } from '../../lib/views';
import { drawnMarks, momentWords, positionAt, scrubbed, shareOf, writtenSkips } from './timeline-marks';

const mark = (position: number, verdict: TimelineMarkView['verdict'] = 'allowed'): TimelineMarkView => ({
  position,
  at: '10:02:14',
  operation: 'Decrypt',
  verdict,
});
const many = Array.from({ length: 1000 }, (_, index) =>
  mark(index + 1, index === 502 ? 'refused' : 'allowed'),
);

describe('the timeline', () => {
  it('draws each request while there is room', () => {
    expect(drawnMarks([mark(1), mark(2)], 2, 100)).toEqual([
      { mark: mark(1), count: 1 },
      { mark: mark(2), count: 1 },
    ]);
  });

  it('draws no more marks than fit, loses no request and hides no refusal', () => {
    const drawn = drawnMarks(many, 1000, 100);
    expect(drawn).toHaveLength(100);
    expect(drawn.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    expect(
      drawn.filter(({ mark: { verdict } }) => verdict === 'refused').map((found) => found.mark.position),
    ).toEqual([503]);
  });

  it('writes no skip across another one', () => {
    const skipping = [2, 3, 4, 60, 61].map((position) => ({ ...mark(position), skipped: '+16 minutes' }));
    const drawn = drawnMarks([mark(1), ...skipping], 100, 100);
    expect([...writtenSkips(drawn, 100)]).toEqual([2, 60]);
  });

  it('moves by keys and stops at both ends', () => {
    const keys = ['ArrowLeft', 'ArrowUp', 'PageUp', 'PageDown', 'Home', 'End', 'Tab'];
    expect(keys.map((key) => scrubbed(key, 5, 7))).toEqual([4, 6, 7, 0, 0, 7, undefined]);
  });

  it('finds back the position it drew', () => {
    for (const now of [1, 7, 1000]) {
      for (const position of [0, 1, now]) expect(positionAt(shareOf(position, now), now)).toBe(position);
    }
    expect(positionAt(2, 7)).toBe(7);
    expect(positionAt(0.5, 0)).toBe(0);
  });

  it('says where it stands', () => {
    const view = (at: number, now: number): TimelineView => ({
      at,
      now,
      marks: [mark(7, 'refused')],
      branches: [],
      saved: { state: 'saved', sentence: '' },
    });
    expect([view(7, 7), view(0, 7), view(0, 0), view(3, 7)].map(momentWords)).toEqual([
      'request 7 of 7, 10:02:14, Decrypt refused',
      'before the first of 7 requests',
      'no request yet',
      'request 3 of 7',
    ]);
  });
});
