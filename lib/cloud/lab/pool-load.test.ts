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

describe('the plan of a backfill of 240,000,000 items', () => {
  const pool = { perSecond: 100_000, production: 12_000 };

  it.each([
    [309, 776_700, '8 days 23 hours', true],
    [20_000, 12_000, '3 hours 20 minutes', true],
    [88_000, 2_728, '45 minutes 28 seconds', true],
    [113_000, 2_655, '44 minutes 15 seconds', false],
  ])('at %i a second takes %i seconds, %s', (rate, seconds, words, fits) => {
    const plan = planBackfill(240_000_000, rate, pool);
    expect([plan.seconds, durationWords(plan.seconds), plan.fits]).toEqual([seconds, words, fits]);
  });
});
