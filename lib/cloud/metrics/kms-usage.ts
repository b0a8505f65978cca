import type { AwsWorld } from '../../aws';
import { poolOfRequest } from '../../kms';
import {
  type Metric,
  type MetricPlace,
  type MetricSource,
  type Sample,
  sameDimensions,
} from '../../services/cloudwatch';
import { quotaCatalogue } from '../quotas';
import { admittedOfLoad, loadEndsAtMs, poolsOfLoad } from './bulk-load';
import { commitsIn, isThrottled, kmsRequests } from './kms-log';

const NAMESPACE = 'AWS/Usage';
const NAME = 'CallCount';
const LOAD_STEP_MS = 60_000;

/** The `Resource` under which a pool's calls are counted. */
const USAGE: ReadonlyMap<string, string> = new Map(
  quotaCatalogue.services.flatMap(({ quotas }) =>
    quotas.flatMap(({ quota, usage }) => (usage === undefined ? [] : [[quota, usage] as const])),
  ),
);
const SYMMETRIC = 'CryptographicOperationsSymmetric';

/**
 * How often an account called KMS, by pool: the usage that Service Quotas compares with the quota.
 * fact: services 10, kms-engine 12.4. assumed: throttled requests are not counted; bulk load counts as admitted
 */
export const kmsUsage: MetricSource = {
  namespaces: () => [NAMESPACE],
  unit: () => 'None',
  list: (world, place) => {
    const used = new Set<string>();
    for (const commit of kmsRequests(world, place)) {
      const usage = USAGE.get(poolOfRequest(world, commit.request, commit.outcome.audit.resources[0]));
      if (usage !== undefined && !isThrottled(commit)) used.add(usage);
    }
    for (const _load of loads(world, place, 0, Number.POSITIVE_INFINITY)) used.add(SYMMETRIC);
    for (const pool of poolsOfLoad(world, place)) {
      const usage = USAGE.get(pool);
      if (usage !== undefined) used.add(usage);
    }
    return [...used].sort().map((usage) => ({
      namespace: NAMESPACE,
      name: NAME,
      dimensions: { Class: 'None', Resource: usage, Service: 'KMS', Type: 'API' },
    }));
  },
  samples: (world, place, metric, { fromMs, toMs }) => {
    const usage = usageOf(metric);
    if (usage === undefined) return [];
    const samples: Sample[] = usage === SYMMETRIC ? loadSamples(world, place, fromMs, toMs) : [];
    samples.push(...admittedOfLoad(world, place, (pool) => USAGE.get(pool) === usage, { fromMs, toMs }));
    for (const commit of kmsRequests(world, place, fromMs, toMs)) {
      const pool = poolOfRequest(world, commit.request, commit.outcome.audit.resources[0]);
      if (USAGE.get(pool) === usage && !isThrottled(commit)) samples.push({ atMs: commit.atMs, value: 1 });
    }
    return samples;
  },
  quietAfterMs: (world, place, metric) => {
    const usage = usageOf(metric);
    const bulkEndsAtMs = loadEndsAtMs(world, place, (pool) => USAGE.get(pool) === usage);
    if (usage !== SYMMETRIC) return bulkEndsAtMs;
    const ends = [...loads(world, place, 0, Number.POSITIVE_INFINITY)].map(({ endMs }) => endMs);
    return ends.reduce((last, endMs) => Math.max(last, endMs), bulkEndsAtMs);
  },
};

function usageOf({ name, dimensions }: Metric): string | undefined {
  const { Resource = '' } = dimensions;
  const full = { Class: 'None', Resource, Service: 'KMS', Type: 'API' };
  return name === NAME && sameDimensions(dimensions, full) ? Resource : undefined;
}

interface Load {
  readonly atMs: number;
  readonly endMs: number;
  readonly perSecond: number;
}

/** Bulk traffic that was reported: a rate for so many seconds. */
function* loads(
  world: AwsWorld,
  { account, region }: MetricPlace,
  fromMs: number,
  toMs: number,
): Generator<Load> {
  for (const { request, outcome, atMs } of commitsIn(world, 0, toMs)) {
    if (request.service !== 'lab' || request.operation !== 'ReportLoad' || outcome.refusal) continue;
    if (request.region !== region || outcome.audit.principal?.account !== account) continue;
    const { Production, Backfill } = (outcome.audit.responseElements ?? {}) as Readonly<
      Record<string, { readonly Admitted: number }>
    >;
    const endMs = atMs + Number(request.input.Seconds) * 1000;
    const perSecond = (Production?.Admitted ?? 0) + (Backfill?.Admitted ?? 0);
    if (endMs > fromMs) yield { atMs, endMs, perSecond };
  }
}

/** A rate counts minute by minute. */
function loadSamples(world: AwsWorld, place: MetricPlace, fromMs: number, toMs: number): Sample[] {
  const samples: Sample[] = [];
  for (const { atMs, endMs, perSecond } of loads(world, place, fromMs, toMs)) {
    const lastMs = Math.min(endMs, toMs);
    for (let at = Math.max(atMs, fromMs); at < lastMs; ) {
      const next = Math.min(lastMs, (Math.floor(at / LOAD_STEP_MS) + 1) * LOAD_STEP_MS);
      samples.push({ atMs: at, value: (perSecond * (next - at)) / 1000 });
      at = next;
    }
  }
  return samples;
}
