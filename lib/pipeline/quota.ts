import { type AwsWorld, type Charge, type Refusal, refuse } from '../aws';
import type { TableDefinition } from '../world';

/** Requests still possible now in one account's pool in one Region. */
export interface Bucket {
  readonly account: string;
  readonly region: string;
  readonly pool: string;
  /** Requests left at `atMs`. */
  readonly tokens: number;
  readonly atMs: number;
  readonly perSecond: number;
}

export const buckets: TableDefinition<Bucket> = {
  name: 'quota-buckets',
  id: (bucket) => bucketId(bucket.account, bucket.region, bucket.pool),
  indexes: { account: (bucket) => bucket.account },
};

export function bucketId(account: string, region: string, pool: string): string {
  return `${account}/${region}/${pool}`;
}

/** Tokens in a bucket at a later moment: it fills at its rate up to one second's worth. */
export function tokensAt(bucket: Bucket, nowMs: number): number {
  const refill = ((nowMs - bucket.atMs) / 1000) * bucket.perSecond;
  return Math.min(Math.max(1, bucket.perSecond), bucket.tokens + refill);
}

/**
 * Takes what a request costs from its pools, all or nothing.
 * assumed: a bucket holds one second of requests (the documents speak of requests per second only).
 */
export function take(world: AwsWorld, charges: readonly Charge[]): Charge | undefined {
  const table = world.table(buckets);
  const after: Bucket[] = [];
  for (const charge of charges) {
    const { account, region, pool, perSecond } = charge;
    const held = table.get(bucketId(account, region, pool));
    const capacity = Math.max(1, perSecond);
    const tokens = held ? tokensAt({ ...held, perSecond }, world.nowMs) : capacity;
    if (tokens < charge.units) return charge;
    after.push({ account, region, pool, tokens: tokens - charge.units, atMs: world.nowMs, perSecond });
  }
  for (const bucket of after) world.put(buckets, bucket);
  return undefined;
}

/** fact: kms-engine 12.4 (the text AWS sends for a key service; other services word it alike) */
export function throttled(): Refusal {
  return refuse('ThrottlingException', 'Rate exceeded');
}
