export const TICK_MS = 10;
export const TICKS_PER_SECOND = 100;

export const RETRY_MODES = ['none', 'standard', 'adaptive', 'loop'] as const;
export type RetryMode = (typeof RETRY_MODES)[number];
export const JITTERS = ['full', 'none'] as const;
export type Jitter = (typeof JITTERS)[number];

/** What a client does with a ThrottlingException. */
export interface RetryPlan {
  readonly mode: RetryMode;
  /** The first one included. */
  readonly maxAttempts: number;
  /** The longest wait before the first retry; it doubles with each further one, up to `MOST_BACKOFF_TICKS`. */
  readonly backoffTicks: number;
  readonly jitter: Jitter;
  /** Processes that send: each has a retry quota of its own. */
  readonly hosts: number;
}

/** assumed: a client never waits longer than 20 s, the cap of the SDKs' standard mode */
export const MOST_BACKOFF_TICKS = 2_000;

/**
 * assumed: the SDKs' standard and adaptive modes pay for retries from a quota of 500 per process; a retry costs 5 and
 * gives them back when it succeeds, a success at the first attempt gives 1. A loop of one's own has no such quota.
 */
export const RETRY_QUOTA = { tokens: 500, retry: 5, firstSuccess: 1 } as const;

export function hasRetryQuota({ mode }: RetryPlan): boolean {
  return mode === 'standard' || mode === 'adaptive';
}

/** The longest wait, in ticks, after an attempt was refused; 1 is the first. */
export function backoffWindow(plan: RetryPlan, attempt: number): number {
  return Math.max(1, Math.min(MOST_BACKOFF_TICKS, plan.backoffTicks * 2 ** (attempt - 1)));
}

/** Waits beyond a second end at tenths of a second: the lab need not remember every tick of them. */
const FINE_TICKS = TICKS_PER_SECOND;
const COARSE_TICKS = 10;

/** The tick at which a request comes back that was refused in `tick` and waits `delay` ticks. */
export function returnTick(tick: number, delay: number): number {
  const at = tick + delay;
  return delay <= FINE_TICKS ? at : Math.ceil(at / COARSE_TICKS) * COARSE_TICKS;
}

export const PHASES = 65_536;

/** Where the spread of one refused group begins, so that small groups do not all wait equally long: 0 to 65,535. */
export function phaseOf(tick: number, attempt: number): number {
  let hash = Math.imul(tick + 1, 0x9e3779b1) ^ Math.imul(attempt, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & (PHASES - 1);
}

/**
 * How long request `index` of `count` refused together waits, 1 to `window` ticks. With full jitter a group spreads
 * evenly over the window; without it all wait alike.
 */
export function delayOf(index: number, count: number, window: number, phase: number, jitter: Jitter): number {
  if (jitter === 'none') return window;
  return 1 + Math.floor(((index * PHASES + phase) * window) / (count * PHASES));
}

/** How many of `count` requests wait less than `delay + 1` ticks: the sum of what `delayOf` answers, at once. */
export function waitingLess(delay: number, count: number, window: number, phase: number): number {
  if (delay >= window) return count;
  return Math.max(
    0,
    Math.min(count, Math.ceil((delay * count * PHASES - phase * window) / (window * PHASES))),
  );
}
