import { needs } from '../../../base';
import {
  backoffWindow,
  delayOf,
  hasRetryQuota,
  MOST_BACKOFF_TICKS,
  phaseOf,
  RETRY_QUOTA,
  type RetryPlan,
  returnTick,
  TICKS_PER_SECOND,
  waitingLess,
} from './retry-plan';

/** What a stream of requests carries from one second to the next. Frozen; numbers only. */
export interface StreamState {
  /** Ticks played. */
  readonly tick: number;
  /** Four numbers for each group that waits: the tick it comes back, the attempt it then makes, how many, ticks waited in all. */
  readonly waiting: readonly number[];
  /** Left of the retry quotas of all its hosts. */
  readonly retryTokens: number;
  /** Adaptive mode: attempts a tick it allows itself, in hundredths; absent until the first refusal. */
  readonly limit?: number | undefined;
  /** Adaptive mode: hundredths of an attempt it may still make. */
  readonly allowance: number;
}

/**
 * What became of requests. Every request is offered once: offered = admitted + throttled + abandoned + what has come to
 * wait. Every attempt is answered once: offered + retried - still queued = admitted + refusals.
 */
export interface Counts {
  /** Requests the application wanted, each counted once however often it was tried. */
  offered: number;
  /** Answered well, at whatever attempt. */
  admitted: number;
  /** Ended with a ThrottlingException that nobody retried: no retries, or an empty retry quota. */
  throttled: number;
  /** Given up after the last attempt. */
  abandoned: number;
  /** Attempts beyond a request's first. */
  retried: number;
  /** Attempts answered with a ThrottlingException. */
  refusals: number;
}

export function noCounts(): Counts {
  return { offered: 0, admitted: 0, throttled: 0, abandoned: 0, retried: 0, refusals: 0 };
}

export function newStream(plan: RetryPlan): StreamState {
  return { tick: 0, waiting: [], retryTokens: RETRY_QUOTA.tokens * plan.hosts, allowance: 0 };
}

/** Room for the longest wait, rounded up to its tenth of a second. */
const HORIZON = MOST_BACKOFF_TICKS + 20;
/** assumed: adaptive mode cuts its rate to seven tenths when it is throttled and wins a hundredth back each tenth of a second */
const ADAPTIVE = { cut: 70, gain: 101, every: 10 } as const;

/**
 * Requests of one principal, played 10 ms at a time. Requests of one attempt that come back in one tick are one group
 * with one count: a million cost what ten cost.
 */
export class Stream {
  tick: number;
  /** Of the ticks played since this object was made. */
  readonly counts = noCounts();
  /** Admitted requests by how many ticks they had waited on average in their group. */
  readonly waits = new Map<number, number>();
  private readonly plan: RetryPlan;
  private readonly groups: Float64Array;
  private readonly waited: Float64Array;
  private readonly horizon: number;
  private retryTokens: number;
  private limit: number | undefined;
  private allowance: number;
  /** Adaptive mode holds requests back before they are sent. */
  private held = 0;
  private heldWaited = 0;
  private refusedLately = false;
  /** The requests that want an answer in this tick, by attempt. */
  private readonly ready: Float64Array;
  private readonly readyWaited: Float64Array;

  constructor(plan: RetryPlan, state: StreamState) {
    this.plan = plan;
    this.tick = state.tick;
    this.retryTokens = state.retryTokens;
    this.limit = plan.mode === 'adaptive' ? state.limit : undefined;
    this.allowance = state.allowance;
    const longest = backoffWindow(plan, Math.max(1, plan.maxAttempts - 1));
    this.horizon = Math.min(HORIZON, longest + 20);
    const cells = (plan.maxAttempts + 1) * this.horizon;
    this.groups = new Float64Array(cells);
    this.waited = new Float64Array(cells);
    this.ready = new Float64Array(plan.maxAttempts + 1);
    this.readyWaited = new Float64Array(plan.maxAttempts + 1);
    for (let at = 0; at < state.waiting.length; at += 4) this.readmit(state.waiting.slice(at, at + 4));
  }

  /** What comes in this tick, new requests and returning ones; answers how many attempts want an answer. */
  arrive(fresh: number): number {
    this.counts.offered += fresh;
    let wanted = 0;
    for (let attempt = 2; attempt <= this.plan.maxAttempts; attempt++) {
      const cell = this.cellOf(this.tick, attempt);
      const count = this.groups[cell] as number;
      this.ready[attempt] = count;
      this.readyWaited[attempt] = this.waited[cell] as number;
      this.groups[cell] = 0;
      this.waited[cell] = 0;
      this.counts.retried += count;
      wanted += count;
    }
    const first = this.paced(fresh, wanted);
    this.ready[1] = first;
    return wanted + first;
  }

  /** The pool's answer to this tick's attempts: so many get through, those that waited longest first. */
  settle(granted: number): void {
    let left = granted;
    for (let attempt = this.plan.maxAttempts; attempt >= 1; attempt--) {
      const count = this.ready[attempt] as number;
      if (count === 0) continue;
      const admitted = Math.min(left, count);
      left -= admitted;
      const waited = this.readyWaited[attempt] as number;
      const share = admitted === count ? waited : Math.round((waited * admitted) / count);
      if (admitted > 0) this.admit(attempt, admitted, share);
      if (admitted < count) this.refuse(attempt, count - admitted, waited - share);
      this.ready[attempt] = 0;
    }
    if (this.plan.mode === 'adaptive') this.adapt(granted);
    this.tick += 1;
  }

  /** Requests that have no answer yet. */
  get waiting(): number {
    let sum = this.held;
    for (const count of this.groups) sum += count;
    return sum;
  }

  freeze(): StreamState {
    const waiting: number[] = [];
    for (let attempt = 2; attempt <= this.plan.maxAttempts; attempt++) {
      for (let ahead = 0; ahead < this.horizon; ahead++) {
        const cell = this.cellOf(this.tick + ahead, attempt);
        const count = this.groups[cell] as number;
        if (count > 0) waiting.push(this.tick + ahead, attempt, count, this.waited[cell] as number);
      }
    }
    if (this.held > 0) waiting.push(this.tick, 1, this.held, this.heldWaited);
    const { tick, retryTokens, limit, allowance } = this;
    return { tick, waiting, retryTokens, limit, allowance };
  }

  private readmit([tick = 0, attempt = 0, count = 0, waited = 0]: readonly number[]): void {
    if (attempt === 1) {
      this.held = count;
      this.heldWaited = waited;
      return;
    }
    // Settings that changed may know fewer attempts, or shorter waits.
    if (attempt > this.plan.maxAttempts) {
      this.counts.abandoned += count;
      return;
    }
    const cell = this.cellOf(Math.min(tick, this.tick + this.horizon - 1), attempt);
    this.groups[cell] = (this.groups[cell] as number) + count;
    this.waited[cell] = (this.waited[cell] as number) + waited;
  }

  private cellOf(tick: number, attempt: number): number {
    return attempt * this.horizon + (tick % this.horizon);
  }

  private admit(attempt: number, count: number, waited: number): void {
    this.counts.admitted += count;
    const ticks = Math.round(waited / count);
    this.waits.set(ticks, (this.waits.get(ticks) ?? 0) + count);
    if (!hasRetryQuota(this.plan)) return;
    const back = attempt === 1 ? RETRY_QUOTA.firstSuccess : RETRY_QUOTA.retry;
    this.retryTokens = Math.min(RETRY_QUOTA.tokens * this.plan.hosts, this.retryTokens + back * count);
  }

  private refuse(attempt: number, count: number, waited: number): void {
    this.counts.refusals += count;
    this.refusedLately = true;
    if (this.plan.mode === 'none') this.counts.throttled += count;
    else if (attempt >= this.plan.maxAttempts) this.counts.abandoned += count;
    else this.putOff(attempt, count, waited);
  }

  private putOff(attempt: number, count: number, waited: number): void {
    let retrying = count;
    if (hasRetryQuota(this.plan)) {
      retrying = Math.min(count, Math.floor(this.retryTokens / RETRY_QUOTA.retry));
      this.retryTokens -= retrying * RETRY_QUOTA.retry;
      this.counts.throttled += count - retrying;
    }
    if (retrying > 0) this.spread(attempt, retrying, Math.round((waited * retrying) / count));
  }

  /** A group's waits, one tick of return after the other, or one request after the other where that is less. */
  private spread(attempt: number, count: number, waited: number): void {
    const window = backoffWindow(this.plan, attempt);
    const { jitter } = this.plan;
    if (jitter === 'none') {
      this.comeBack(attempt + 1, window, count, waited);
      return;
    }
    const phase = phaseOf(this.tick, attempt);
    const mean = waited / count;
    if (count < window) {
      for (let index = 0; index < count; index++) {
        this.comeBack(attempt + 1, delayOf(index, count, window, phase, jitter), 1, Math.round(mean));
      }
      return;
    }
    let before = 0;
    for (let delay = 1; delay <= window; delay++) {
      const until = waitingLess(delay, count, window, phase);
      if (until > before)
        this.comeBack(attempt + 1, delay, until - before, Math.round(mean * (until - before)));
      before = until;
    }
  }

  private comeBack(attempt: number, delay: number, count: number, waited: number): void {
    const at = returnTick(this.tick, delay);
    needs(at - this.tick < this.horizon, 'a wait ends within the horizon');
    const cell = this.cellOf(at, attempt);
    this.groups[cell] = (this.groups[cell] as number) + count;
    this.waited[cell] = (this.waited[cell] as number) + waited + count * (at - this.tick);
  }

  /** Adaptive mode sends what its own limit allows and holds the rest back; retries go first. All others send at once. */
  private paced(fresh: number, returning: number): number {
    const all = this.held + fresh;
    if (all === fresh && this.limit === undefined) {
      this.readyWaited[1] = 0;
      return fresh;
    }
    let sent = all;
    if (this.limit !== undefined) {
      this.allowance = Math.min(this.limit * TICKS_PER_SECOND, this.allowance + this.limit);
      sent = Math.max(0, Math.min(all, Math.floor(this.allowance / 100) - returning));
      this.allowance = Math.max(0, this.allowance - (sent + returning) * 100);
    }
    const share = all === 0 ? 0 : Math.round((this.heldWaited * sent) / all);
    this.readyWaited[1] = share;
    this.held = all - sent;
    this.heldWaited = this.heldWaited - share + this.held;
    return sent;
  }

  private adapt(granted: number): void {
    if (this.tick % ADAPTIVE.every !== ADAPTIVE.every - 1) return;
    if (this.refusedLately) {
      this.limit = Math.max(1, Math.floor(((this.limit ?? (granted + 1) * 100) * ADAPTIVE.cut) / 100));
      this.allowance = Math.min(this.allowance, this.limit);
    } else if (this.limit !== undefined) this.limit = Math.ceil((this.limit * ADAPTIVE.gain) / 100);
    this.refusedLately = false;
  }
}
