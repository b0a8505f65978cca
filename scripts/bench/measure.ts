const ROUNDS = 5;

/**
 * How often `work` runs in a second of this process's own processor time, garbage collection included: the median of
 * five rounds. Other work on the machine does not count, which a clock on the wall would make us pay for.
 */
export function opsPerSecond(work: () => void, roundMs = 150): number {
  const [rate = Number.NaN] = ratesOf([work], roundMs);
  return rate;
}

/** The same for several, round by round in turn, so that a passing disturbance meets them alike. */
export function ratesOf(works: readonly (() => void)[], roundMs = 150): readonly number[] {
  const batches = works.map((work) => batchOf(work, roundMs));
  const rounds = Array.from({ length: ROUNDS }, () =>
    works.map((work, i) => oneRound(work, batches[i] ?? 1, roundMs)),
  );
  return works.map((_, i) => median(rounds.map((rates) => rates[i] ?? Number.NaN)));
}

/** How long one call takes, in microseconds of processor time: the median of many. */
export function microsecondsOf(work: () => void, times: number): number {
  const samples = Array.from({ length: times }, () => {
    const start = cpuMs();
    work();
    return (cpuMs() - start) * 1000;
  });
  return median(samples);
}

/** How long one run takes, in seconds of processor time. */
export function measuredSeconds(work: () => void): number {
  const start = cpuMs();
  work();
  return (cpuMs() - start) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Rounds without gain after which work counts as warm, and rounds after which it is measured as it is. */
const STEADY_ROUNDS = 2;
const MOST_WARM_ROUNDS = 12;
const GAIN = 1.05;

/**
 * Warms up until the work gets no faster: what is called seldom and does much is still being compiled after a thousand
 * calls. Answers how many calls take about a millisecond: asking for the time is not free.
 */
function batchOf(work: () => void, ms: number): number {
  let batch = 1;
  let best = 0;
  let steady = 0;
  for (let round = 0; round < MOST_WARM_ROUNDS && steady < STEADY_ROUNDS; round++) {
    const rate = oneRound(work, batch, ms);
    steady = rate > best * GAIN ? 0 : steady + 1;
    best = Math.max(best, rate);
    batch = Math.max(1, Math.round(best / 1000));
  }
  return batch;
}

function oneRound(work: () => void, batch: number, ms: number): number {
  const start = cpuMs();
  let count = 0;
  let elapsed = 0;
  while (elapsed < ms) {
    for (let i = 0; i < batch; i++) work();
    count += batch;
    elapsed = cpuMs() - start;
  }
  return (count / elapsed) * 1000;
}
