import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PerRequestClient, PerRequestPool } from './per-request.testkit';
import { freshIn, type PlayedPool, playTicks, sharesOf } from './play';
import { delayOf, type RetryMode, type RetryPlan, waitingLess } from './retry-plan';
import { type Counts, newStream, noCounts, Stream } from './stream';

const plan = (more: Partial<RetryPlan> = {}): RetryPlan => ({
  mode: 'standard',
  maxAttempts: 3,
  backoffTicks: 100,
  jitter: 'full',
  hosts: 1,
  ...more,
});

/** So many seconds of load on one pool, the streams frozen and thawed after each. */
function played(perSecond: number, loads: readonly { rate: number; plan: RetryPlan }[], seconds: number) {
  const pool: PlayedPool = { perSecond, tokens: perSecond * 100 };
  const totals = loads.map(() => noCounts());
  let states = loads.map((load) => newStream(load.plan));
  const history: { counts: Counts; waiting: number }[][] = [];
  for (let second = 0; second < seconds; second++) {
    const streams = loads.map((load, i) => new Stream(load.plan, states[i] ?? newStream(load.plan)));
    playTicks(
      pool,
      streams.map((stream, i) => ({
        stream,
        fresh: (tick) => freshIn(second * 100 + tick, loads[i]?.rate ?? 0),
      })),
      100,
    );
    states = streams.map((stream) => stream.freeze());
    history.push(
      streams.map((stream, i) => {
        const total = totals[i] as Counts;
        for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += stream.counts[key];
        return { counts: { ...total }, waiting: stream.waiting };
      }),
    );
  }
  return history;
}

/** The same, request by request. */
function twin(perSecond: number, loads: readonly { rate: number; plan: RetryPlan }[], seconds: number) {
  const pool = new PerRequestPool(perSecond);
  const clients = loads.map((load) => new PerRequestClient(load.plan));
  const history: { counts: Counts; waiting: number }[][] = [];
  for (let tick = 0; tick < seconds * 100; tick++) {
    pool.tick(
      tick,
      clients.map((client, i) => ({ client, fresh: freshIn(tick, loads[i]?.rate ?? 0) })),
    );
    if (tick % 100 === 99) {
      history.push(clients.map((client) => ({ counts: { ...client.counts }, waiting: client.waiting })));
    }
  }
  return history;
}

describe('load, played in ticks', () => {
  it('counts as its per-request twin does, second by second, at a thousandth of 120,000 a second on 100,000', () => {
    const loads = [
      { rate: 100, plan: plan({ hosts: 2 }) },
      { rate: 20, plan: plan({ mode: 'loop', maxAttempts: 5, backoffTicks: 10, jitter: 'none' }) },
    ];
    expect(played(100, loads, 20)).toEqual(twin(100, loads, 20));
  });

  it.each<RetryMode>(['none', 'standard', 'loop'])(
    'counts as its twin does with %s retries on half of what it wants',
    (mode) => {
      const loads = [{ rate: 60, plan: plan({ mode, maxAttempts: 4, backoffTicks: 5 }) }];
      expect(played(30, loads, 12)).toEqual(twin(30, loads, 12));
    },
  );

  it('loses no request and invents none: each is admitted, throttled, abandoned or waiting', () => {
    const retries = fc.record({
      mode: fc.constantFrom<RetryMode>('none', 'standard', 'adaptive', 'loop'),
      maxAttempts: fc.integer({ min: 1, max: 6 }),
      backoffTicks: fc.integer({ min: 1, max: 300 }),
      jitter: fc.constantFrom('full' as const, 'none' as const),
      hosts: fc.integer({ min: 1, max: 50 }),
    });
    const load = fc.record({ rate: fc.integer({ min: 0, max: 200_000 }), plan: retries });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(load, { minLength: 1, maxLength: 3 }),
        (pool, loads) => {
          const last = played(pool, loads, 4).at(-1) ?? [];
          for (const { counts, waiting } of last) {
            expect(counts.admitted + counts.throttled + counts.abandoned + waiting).toBe(counts.offered);
          }
          const admitted = last.reduce((sum, { counts }) => sum + counts.admitted, 0);
          expect(admitted).toBeLessThanOrEqual(pool * 5);
          expect(last.every(({ counts }) => Object.values(counts).every(Number.isInteger))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is throttled without end by a loop that retries at once, and less by one that backs off', () => {
    const [eager, patient] = [1, 200].map((backoffTicks) => {
      const loads = [{ rate: 15_000, plan: plan({ mode: 'loop', maxAttempts: 6, backoffTicks }) }];
      return played(10_000, loads, 10).at(-1)?.[0]?.counts;
    });
    expect(eager?.offered).toBe(150_000);
    expect(eager?.refusals).toBeGreaterThan(2 * (patient?.refusals ?? 0));
  });

  it('holds back at the client in adaptive mode instead of being refused', () => {
    const run = (mode: RetryMode) =>
      played(10_000, [{ rate: 15_000, plan: plan({ mode, hosts: 100 }) }], 20).at(-1)?.[0];
    const [standard, adaptive] = [run('standard'), run('adaptive')];
    expect(adaptive?.counts.refusals).toBeLessThan((standard?.counts.refusals ?? 0) / 5);
    expect(adaptive?.waiting).toBeGreaterThan(standard?.waiting ?? 0);
  });
});

describe('the spread of refused requests', () => {
  it('answers for a group what it answers for each of its requests', () => {
    const spread = { count: fc.integer({ min: 1, max: 3000 }), window: fc.integer({ min: 1, max: 2000 }) };
    fc.assert(
      fc.property(
        fc.record({ ...spread, phase: fc.integer({ min: 0, max: 65_535 }) }),
        ({ count, window, phase }) => {
          const delays = Array.from({ length: count }, (_, i) => delayOf(i, count, window, phase, 'full'));
          for (const delay of [1, Math.ceil(window / 2), window - 1, window].filter((one) => one > 0)) {
            expect(waitingLess(delay, count, window, phase)).toBe(
              delays.filter((one) => one <= delay).length,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives out whole shares in proportion, all of them', () => {
    expect(sharesOf(10, [30, 10, 5], 45, 0)).toEqual([7, 2, 1]);
    expect(sharesOf(2, [1, 1, 1], 3, 1)).toEqual([0, 1, 1]);
    expect(sharesOf(2, [1, 1, 1], 3, 2)).toEqual([1, 0, 1]);
  });
});
