import type { Stream } from './stream';

/** A request-rate pool while load is played: hundredths of a request, so that 10 ms at any rate are whole numbers. */
export interface PlayedPool {
  readonly perSecond: number;
  /** Hundredths of a request left. */
  tokens: number;
}

/** What a stream is asked to do in each tick: new requests, by the tick's number within the second. */
export interface PlayedStream {
  readonly stream: Stream;
  readonly fresh: (tick: number) => number;
}

/**
 * Plays ticks of 10 ms on one pool. The pool admits what it holds and fills at its rate up to one second's worth, as the
 * quota gate has it.
 */
export function playTicks(pool: PlayedPool, streams: readonly PlayedStream[], ticks: number): void {
  const capacity = Math.max(1, pool.perSecond) * 100;
  const wanted = new Array<number>(streams.length).fill(0);
  for (let tick = 0; tick < ticks; tick++) {
    pool.tokens = Math.min(capacity, pool.tokens + pool.perSecond);
    let sum = 0;
    for (const [i, { stream, fresh }] of streams.entries()) {
      const count = stream.arrive(fresh(tick));
      wanted[i] = count;
      sum += count;
    }
    const available = Math.floor(pool.tokens / 100);
    const granted = sum <= available ? wanted : sharesOf(available, wanted, sum, tick);
    let taken = 0;
    for (const [i, { stream }] of streams.entries()) {
      const count = granted[i] as number;
      taken += count;
      stream.settle(count);
    }
    pool.tokens -= taken * 100;
  }
}

/**
 * Whole shares of what is available, in proportion to what each wants; what is left over goes round.
 * assumed: a pool does not know which requests matter
 */
export function sharesOf(
  available: number,
  wanted: readonly number[],
  sum: number,
  turn: number,
): readonly number[] {
  const shares = wanted.map((count) => Math.floor((count * available) / sum));
  let left = available - shares.reduce((total, share) => total + share, 0);
  for (let step = 0; left > 0; step++) {
    const at = (turn + step) % wanted.length;
    if ((shares[at] as number) >= (wanted[at] as number)) continue;
    shares[at] = (shares[at] as number) + 1;
    left -= 1;
  }
  return shares;
}

/** Requests of a steady rate that fall into a tick: whole numbers whose sum is never off by one. */
export function freshIn(tick: number, perSecond: number): number {
  return Math.floor((perSecond * (tick + 1)) / 100) - Math.floor((perSecond * tick) / 100);
}
