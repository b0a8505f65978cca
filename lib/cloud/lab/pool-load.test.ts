import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBackfill, sharePool } from './pool-load';
import { durationWords } from './words';

describe('a pool wanted by production and a backfill', () => {
  it('admits both while they fit', () => {
    expect(sharePool(100_000, 12_000, 20_000)).toEqual({
      perSecond: 100_000,
      production: { offered: 12_000, admitted: 12_000, throttled: 0 },
      backfill: { offered: 20_000, admitted: 20_000, throttled: 0 },
    });
  });

  it('throttles both in proportion once they want more', () => {
    expect(sharePool(100_000, 12_000, 113_000)).toEqual({
      perSecond: 100_000,
      production: { offered: 12_000, admitted: 9_600, throttled: 2_400 },
      backfill: { offered: 113_000, admitted: 90_400, throttled: 22_600 },
    });
  });

  it('never admits more than it holds, nor loses a request', () => {
    const rate = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), rate, rate, (perSecond, production, backfill) => {
        const load = sharePool(perSecond, production, backfill);
        expect(load.production.admitted + load.backfill.admitted).toBeLessThanOrEqual(perSecond);
        expect(load.production.admitted + load.production.throttled).toBe(production);
        expect(load.backfill.admitted + load.backfill.throttled).toBe(backfill);
      }),
    );
  });
});

describe('a stretch of time in words', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [59.6, '1 minute'],
    [61, '1 minute 1 second'],
    [3_599, '59 minutes 59 seconds'],
    [3_629, '1 hour'],
    [64_725, '17 hours 59 minutes'],
    [86_399, '1 day'],
    [90_000, '1 day 1 hour'],
    [180 * 86_400, '180 days'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });
});

describe('the plan of a backfill of 240,000,000 items', () => {
  const pool = { perSecond: 100_000, production: 12_000 };

  it.each([
    [309, 776_700, '9 days', true],
    [20_000, 12_000, '3 hours 20 minutes', true],
    [88_000, 2_728, '45 minutes 28 seconds', true],
    [113_000, 2_655, '44 minutes 15 seconds', false],
  ])('at %i a second takes %i seconds, %s', (rate, seconds, words, fits) => {
    const plan = planBackfill(240_000_000, rate, pool);
    expect([plan.seconds, durationWords(plan.seconds), plan.fits]).toEqual([seconds, words, fits]);
  });
});
