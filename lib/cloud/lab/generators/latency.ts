import { TICK_MS } from './retry-plan';

/** assumed: how long KMS takes to answer; AWS publishes no figure. What is waited between attempts comes on top. */
export const ANSWER_MS = { half: 8, ninetyNine: 25 } as const;

export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Half and ninety-nine hundredths of the admitted requests were answered within so long; nothing where none was. */
export function latencyOf(waits: ReadonlyMap<number, number>): Latency | undefined {
  const sorted = [...waits].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return undefined;
  const within = (hundredths: number) => {
    let left = Math.ceil((total * hundredths) / 100);
    for (const [ticks, count] of sorted) {
      left -= count;
      if (left <= 0) return ticks * TICK_MS;
    }
    return 0;
  };
  return { p50Ms: within(50) + ANSWER_MS.half, p99Ms: within(99) + ANSWER_MS.ninetyNine };
}
