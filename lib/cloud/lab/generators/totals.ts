import type { AwsWorld } from '../../../aws';
import { generatorId, type LoadGenerator } from '../records/load-generator';
import { type LoadSample, loadSamples } from '../records/load-sample';
import { poolRate } from './due';

/** What became of a generator's requests since it began. */
export interface LoadTotals
  extends Pick<
    LoadSample,
    'operations' | 'offered' | 'admitted' | 'throttled' | 'abandoned' | 'waiting' | 'retried' | 'refusals'
  > {
  readonly seconds: number;
  readonly poolPerSecond: number;
}

const SUMMED = [
  'operations',
  'offered',
  'admitted',
  'throttled',
  'abandoned',
  'retried',
  'refusals',
] as const;

export function totalsOf(world: AwsWorld, generator: LoadGenerator): LoadTotals {
  const samples = samplesOf(world, generator);
  const totals = {
    operations: 0,
    offered: 0,
    admitted: 0,
    throttled: 0,
    abandoned: 0,
    retried: 0,
    refusals: 0,
  };
  for (const sample of samples) for (const member of SUMMED) totals[member] += sample[member];
  const { offered, admitted, throttled, abandoned } = totals;
  const waiting = offered - admitted - throttled - abandoned;
  return { ...totals, waiting, seconds: samples.length, poolPerSecond: poolRate(world, generator) };
}

/** Second by second, oldest first. */
export function samplesOf(
  world: AwsWorld,
  { account, region, name }: Pick<LoadGenerator, 'account' | 'region' | 'name'>,
): readonly LoadSample[] {
  return [...world.table(loadSamples).by('generator', generatorId(account, region, name))].sort(
    (a, b) => a.atMs - b.atMs,
  );
}
