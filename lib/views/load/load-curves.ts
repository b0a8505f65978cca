import type { AwsWorld } from '../../aws';
import { type LoadGenerator, type LoadSample, loadSamples } from '../../cloud';
import type { LoadCurvesView } from '../model';

/** More points than a screen is wide say nothing more. */
const MOST_POINTS = 600;

interface Point {
  readonly atMs: number;
  readonly offered: number;
  readonly admitted: number;
  readonly throttled: number;
  readonly retried: number;
  readonly quota: number;
  readonly p50?: number;
  readonly p99?: number;
}

/** All load of the pool that a generator spends from, second by second; nothing before its first second. */
export function curvesOf(world: AwsWorld, generator: LoadGenerator): LoadCurvesView | undefined {
  const { account, region, pool } = generator;
  const samples = world
    .table(loadSamples)
    .all()
    .filter((one) => one.account === account && one.region === region && one.pool === pool);
  if (samples.length === 0) return undefined;
  const points = bySecond(samples);
  const seconds = Math.ceil(points.length / MOST_POINTS);
  const drawn = Array.from({ length: Math.ceil(points.length / seconds) }, (_, i) =>
    mean(points.slice(i * seconds, (i + 1) * seconds)),
  );
  return {
    place: `${region}, account ${account}, ${pool} pool`,
    secondsPerPoint: seconds,
    at: drawn.map(({ atMs }) => atMs / 1000),
    offered: drawn.map((one) => one.offered),
    admitted: drawn.map((one) => one.admitted),
    throttled: drawn.map((one) => one.throttled),
    retried: drawn.map((one) => one.retried),
    quota: drawn.map((one) => one.quota),
    p50: drawn.map((one) => one.p50 ?? null),
    p99: drawn.map((one) => one.p99 ?? null),
  };
}

/** Generators that send in the same second are one load; the slowest of them says the latency. */
function bySecond(samples: readonly LoadSample[]): readonly Point[] {
  const points = new Map<number, Point>();
  for (const sample of samples) {
    const { atMs, offered, admitted, refusals, retried, perSecond, p50Ms, p99Ms } = sample;
    const before = points.get(atMs);
    points.set(atMs, {
      atMs,
      offered: offered + (before?.offered ?? 0),
      admitted: admitted + (before?.admitted ?? 0),
      throttled: refusals + (before?.throttled ?? 0),
      retried: retried + (before?.retried ?? 0),
      quota: perSecond,
      p50: slower(p50Ms, before?.p50),
      p99: slower(p99Ms, before?.p99),
    });
  }
  return [...points.values()].sort((a, b) => a.atMs - b.atMs);
}

function slower(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

/** Several seconds as one point: the mean of each figure, the slowest latency. */
function mean(points: readonly Point[]): Point {
  const of = (value: (point: Point) => number) =>
    Math.round(points.reduce((sum, point) => sum + value(point), 0) / points.length);
  return {
    atMs: points.at(-1)?.atMs ?? 0,
    offered: of((point) => point.offered),
    admitted: of((point) => point.admitted),
    throttled: of((point) => point.throttled),
    retried: of((point) => point.retried),
    quota: of((point) => point.quota),
    p50: points.reduce<number | undefined>((slowest, { p50 }) => slower(p50, slowest), undefined),
    p99: points.reduce<number | undefined>((slowest, { p99 }) => slower(p99, slowest), undefined),
  };
}
