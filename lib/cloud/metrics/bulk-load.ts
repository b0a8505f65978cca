import type { AwsWorld } from '../../aws';
import type { MetricPlace, Sample } from '../../services/cloudwatch';
import { isRunning, type LoadGenerator, loadGenerators, samplesOf } from '../lab';

const SECOND_MS = 1000;

/** What the pools of bulk load admitted from one moment up to another, second by second. */
export function admittedOfLoad(
  world: AwsWorld,
  place: MetricPlace,
  isCounted: (pool: string) => boolean,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): readonly Sample[] {
  return generatorsIn(world, place, isCounted)
    .filter(({ startedAtMs, playedToMs }) => playedToMs > fromMs && startedAtMs < toMs)
    .flatMap((generator) => samplesOf(world, generator))
    .map(({ atMs, admitted }) => ({ atMs: atMs - SECOND_MS, value: admitted }))
    .filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
}

/** The pools that bulk load has asked. */
export function poolsOfLoad(world: AwsWorld, place: MetricPlace): ReadonlySet<string> {
  return new Set(generatorsIn(world, place, () => true).map(({ pool }) => pool));
}

/** When the last of the bulk load under way will be over; the present where there is none. */
export function loadEndsAtMs(
  world: AwsWorld,
  place: MetricPlace,
  isCounted: (pool: string) => boolean,
): number {
  return generatorsIn(world, place, isCounted)
    .filter(isRunning)
    .reduce((last, { endsAtMs }) => Math.max(last, endsAtMs), world.nowMs);
}

function generatorsIn(
  world: AwsWorld,
  { account, region }: MetricPlace,
  isCounted: (pool: string) => boolean,
): readonly LoadGenerator[] {
  return world
    .table(loadGenerators)
    .all()
    .filter((one) => one.account === account && one.region === region && isCounted(one.pool));
}
