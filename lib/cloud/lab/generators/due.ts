import type { AwsWorld } from '../../../aws';
import { needs } from '../../../base';
import { publishedQuota } from '../../../kms';
import { bucketId, buckets, grantedQuota, type Happening, tokensAt } from '../../../pipeline';
import {
  isRunning,
  type LoadDrive,
  type LoadGenerator,
  loadDrives,
  loadGenerators,
  placeId,
} from '../records/load-generator';
import { loadSamples } from '../records/load-sample';
import { kmsRequests, type ReusePlan } from './demand';
import { latencyOf } from './latency';
import { freshIn, type PlayedPool, playTicks } from './play';
import { TICK_MS, TICKS_PER_SECOND } from './retry-plan';
import { reuseOf } from './reuse';
import { sendSample } from './sample';
import { Stream } from './stream';

const SECOND_MS = 1000;

/** One lab second of all load of an account in a Region; the generators of one pool share it tick by tick. */
export function playSecond(world: AwsWorld, drive: LoadDrive, happening: Happening): void {
  const { account, region, nextAtMs } = drive;
  const fromMs = nextAtMs - SECOND_MS;
  const running = world
    .table(loadGenerators)
    .by('place', placeId(account, region))
    .filter((one) => isRunning(one) && one.startedAtMs < nextAtMs);
  for (const pool of new Set(running.map((one) => one.pool))) {
    playPool(
      world,
      running.filter((one) => one.pool === pool),
      { account, region, pool, fromMs, toMs: nextAtMs },
    );
  }
  for (const { name } of running) sendSample(world, { account, region, name }, happening);
  const goesOn = world.table(loadGenerators).by('place', placeId(account, region)).some(isRunning);
  if (goesOn) world.put(loadDrives, { ...drive, nextAtMs: nextAtMs + SECOND_MS });
  else world.delete(loadDrives, placeId(account, region));
}

interface Place {
  readonly account: string;
  readonly region: string;
  readonly pool: string;
  readonly fromMs: number;
  readonly toMs: number;
}

interface Playing {
  readonly generator: LoadGenerator;
  readonly stream: Stream;
  readonly fresh: (tick: number) => number;
  /** Operations of this second, once it is over. */
  operations: number;
  readonly reuse: LoadGenerator['reuse'];
}

function playPool(world: AwsWorld, generators: readonly LoadGenerator[], place: Place): void {
  const perSecond = poolRate(world, place);
  const pool = { perSecond, tokens: hundredthsLeft(world, place, perSecond) };
  const playing = generators.map((generator) => prepared(world, generator, place));
  playTicks(pool, playing, TICKS_PER_SECOND);
  for (const one of playing) settle(world, one, place, pool);
  const { account, region, pool: name, toMs } = place;
  world.put(buckets, { account, region, pool: name, perSecond, tokens: pool.tokens / 100, atMs: toMs });
}

/** The rate of a pool now: as published, or as it was raised. */
export function poolRate(world: AwsWorld, place: Pick<Place, 'account' | 'region' | 'pool'>): number {
  return grantedQuota(world, place, place.pool) ?? publishedRate(place.pool, place.region);
}

/** fact: kms-engine 12.2 (custom key stores: 1,800 each) */
function publishedRate(pool: string, region: string): number {
  return pool.startsWith('store/') ? 1_800 : publishedQuota(pool, region);
}

/** What the quota gate left when the second began; what was asked meanwhile is gone as well. */
function hundredthsLeft(
  world: AwsWorld,
  { account, region, pool, fromMs }: Place,
  perSecond: number,
): number {
  const held = world.table(buckets).get(bucketId(account, region, pool));
  if (!held) return perSecond * 100;
  const tokens = held.atMs > fromMs ? held.tokens : tokensAt({ ...held, perSecond }, fromMs);
  // A hair is added because a hundredth that went through division may come back a little short of whole.
  return Math.max(0, Math.floor(Math.min(tokens, perSecond) * 100 + 1e-6));
}

function prepared(world: AwsWorld, generator: LoadGenerator, { fromMs }: Place): Playing {
  const plan = reuseOf(world, generator);
  const planned = JSON.stringify(plan);
  const since = generator.reuse.plan === planned ? generator.reuse.operations : 0;
  const stream = new Stream(generator.retries, generator.state);
  const playing: Playing = {
    generator,
    stream,
    fresh: (tick) => {
      const atMs = fromMs + tick * TICK_MS;
      if (atMs < generator.startedAtMs || atMs >= generator.endsAtMs) return 0;
      const count = freshIn(stream.tick, generator.perSecond);
      playing.operations += count;
      return asked(plan, since + playing.operations - count, count);
    },
    operations: 0,
    reuse: { plan: planned, operations: since },
  };
  return playing;
}

function asked(plan: ReusePlan, before: number, count: number): number {
  return kmsRequests(plan, before + count) - kmsRequests(plan, before);
}

function settle(
  world: AwsWorld,
  { generator, stream, operations, reuse }: Playing,
  { account, region, pool: name, toMs }: Place,
  pool: PlayedPool,
): void {
  const { counts } = stream;
  const state = stream.freeze();
  const { waiting } = stream;
  needs(
    counts.offered >= 0 && counts.admitted <= counts.offered + waitingIn(generator),
    'no request is admitted that was not offered',
  );
  world.put(loadGenerators, {
    ...generator,
    state,
    playedToMs: toMs,
    reuse: { ...reuse, operations: reuse.operations + operations },
  });
  world.put(loadSamples, {
    account,
    region,
    name: generator.name,
    atMs: toMs,
    operations,
    ...counts,
    waiting,
    ...latencyOf(stream.waits),
    priceClass: generator.priceClass,
    pool: name,
    perSecond: pool.perSecond,
    left: Math.floor(pool.tokens / 100),
  });
}

/** Requests a generator had no answer to when its last second was over. */
function waitingIn({ state }: LoadGenerator): number {
  return state.waiting.reduce((sum, value, at) => (at % 4 === 2 ? sum + value : sum), 0);
}
