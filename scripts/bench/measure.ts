import { performance } from 'node:perf_hooks';

/** How often `work` runs in a second: the median of five rounds, each long enough to be told from noise. */
export function opsPerSecond(work: () => void, roundMs = 200): number {
  warmUp(work, roundMs / 2);
  const rounds = Array.from({ length: 5 }, () => oneRound(work, roundMs));
  return median(rounds);
}

/** How long one call takes, in microseconds: the median of many. */
export function microsecondsOf(work: () => void, times: number): number {
  const samples = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1000;
  });
  return median(samples);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function warmUp(work: () => void, ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end) work();
}

function oneRound(work: () => void, ms: number): number {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < ms) {
    for (let i = 0; i < 16; i++) work();
    count += 16;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1000;
}
