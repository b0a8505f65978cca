import { sharesOf } from './play';
import {
  backoffWindow,
  delayOf,
  hasRetryQuota,
  phaseOf,
  RETRY_QUOTA,
  type RetryPlan,
  returnTick,
} from './retry-plan';
import { type Counts, noCounts } from './stream';

interface Request {
  attempt: number;
  at: number;
  fate: 'waiting' | 'admitted' | 'throttled' | 'abandoned';
}

/** One client whose requests are objects, each with its own fate: slow, and plain to see. */
export class PerRequestClient {
  readonly requests: Request[] = [];
  readonly counts: Counts = noCounts();
  private readonly plan: RetryPlan;
  private tokens: number;
  private asking: Request[] = [];

  constructor(plan: RetryPlan) {
    this.plan = plan;
    this.tokens = RETRY_QUOTA.tokens * plan.hosts;
  }

  get waiting(): number {
    return this.requests.filter(({ fate }) => fate === 'waiting').length;
  }

  ask(tick: number, fresh: number): number {
    const returning = this.requests.filter(({ fate, at }) => fate === 'waiting' && at === tick);
    this.counts.retried += returning.length;
    this.counts.offered += fresh;
    const newcomers = Array.from(
      { length: fresh },
      (): Request => ({ attempt: 1, at: tick, fate: 'waiting' }),
    );
    this.requests.push(...newcomers);
    this.asking = [...returning, ...newcomers].sort((a, b) => b.attempt - a.attempt);
    return this.asking.length;
  }

  answer(tick: number, granted: number): void {
    const attempts = [...new Set(this.asking.map(({ attempt }) => attempt))];
    let left = granted;
    for (const attempt of attempts) {
      const group = this.asking.filter((request) => request.attempt === attempt);
      const lucky = group.slice(0, left);
      left -= lucky.length;
      for (const request of lucky) this.admit(request);
      this.refuse(group.slice(lucky.length), tick, attempt);
    }
  }

  private admit(request: Request): void {
    request.fate = 'admitted';
    this.counts.admitted += 1;
    const back = request.attempt === 1 ? RETRY_QUOTA.firstSuccess : RETRY_QUOTA.retry;
    this.tokens = Math.min(RETRY_QUOTA.tokens * this.plan.hosts, this.tokens + back);
  }

  private refuse(group: readonly Request[], tick: number, attempt: number): void {
    this.counts.refusals += group.length;
    const retrying: Request[] = [];
    for (const request of group) {
      if (this.plan.mode === 'none') this.end(request, 'throttled');
      else if (attempt >= this.plan.maxAttempts) this.end(request, 'abandoned');
      else if (hasRetryQuota(this.plan) && this.tokens < RETRY_QUOTA.retry) this.end(request, 'throttled');
      else {
        if (hasRetryQuota(this.plan)) this.tokens -= RETRY_QUOTA.retry;
        retrying.push(request);
      }
    }
    const window = backoffWindow(this.plan, attempt);
    const phase = phaseOf(tick, attempt);
    for (const [index, request] of retrying.entries()) {
      request.attempt += 1;
      request.at = returnTick(tick, delayOf(index, retrying.length, window, phase, this.plan.jitter));
    }
  }

  private end(request: Request, fate: 'throttled' | 'abandoned'): void {
    request.fate = fate;
    this.counts[fate] += 1;
  }
}

/** A pool that hands out its tokens one request at a time. */
export class PerRequestPool {
  private readonly perSecond: number;
  private hundredths: number;

  constructor(perSecond: number) {
    this.perSecond = perSecond;
    this.hundredths = perSecond * 100;
  }

  tick(tick: number, clients: readonly { client: PerRequestClient; fresh: number }[]): void {
    this.hundredths = Math.min(this.perSecond * 100, this.hundredths + this.perSecond);
    const wanted = clients.map(({ client, fresh }) => client.ask(tick, fresh));
    const sum = wanted.reduce((total, count) => total + count, 0);
    const available = Math.floor(this.hundredths / 100);
    const granted = sum <= available ? wanted : sharesOf(available, wanted, sum, tick % 100);
    for (const [i, { client }] of clients.entries()) client.answer(tick, granted[i] ?? 0);
    const taken = granted.reduce((total, count) => total + count, 0);
    this.hundredths -= taken * 100;
  }
}
