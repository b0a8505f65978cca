/** Requests a second that want one pool, and what became of them. */
export interface Demand {
  readonly offered: number;
  readonly admitted: number;
  readonly throttled: number;
}

export interface PoolLoad {
  /** Requests a second that the pool admits. */
  readonly perSecond: number;
  readonly production: Demand;
  readonly backfill: Demand;
}

/**
 * Who gets through when production and a backfill want one pool.
 * assumed: a pool does not know which requests matter, so both are throttled in proportion
 */
export function sharePool(perSecond: number, production: number, backfill: number): PoolLoad {
  const wanted = production + backfill;
  const admittedShare = wanted <= perSecond ? 1 : perSecond / wanted;
  return {
    perSecond,
    production: demand(production, admittedShare),
    backfill: demand(backfill, admittedShare),
  };
}

function demand(offered: number, share: number): Demand {
  const admitted = Math.floor(offered * share);
  return { offered, admitted, throttled: offered - admitted };
}

export interface BackfillPlan {
  readonly items: number;
  readonly rate: number;
  /** What the pool admits of the rate. */
  readonly admitted: number;
  /** What the backfill takes: `items / admitted`. */
  readonly seconds: number;
  readonly perSecond: number;
  readonly production: number;
  /** What production leaves of the pool. */
  readonly headroom: number;
  readonly fits: boolean;
  readonly load: PoolLoad;
}

/** One KMS request for each item. */
export function planBackfill(
  items: number,
  rate: number,
  { perSecond, production }: { readonly perSecond: number; readonly production: number },
): BackfillPlan {
  const headroom = Math.max(0, perSecond - production);
  const load = sharePool(perSecond, production, rate);
  const { admitted } = load.backfill;
  const seconds = Math.ceil(items / Math.max(1, admitted));
  return { items, rate, admitted, seconds, perSecond, production, headroom, fits: rate <= headroom, load };
}
