import { type AwsWorld, parseArn } from '../../aws';
import { type ImportRecord, imports, type KeyRecord, keys } from '../../kms';
import type { AwsCommit } from '../../services/cloudtrail';
import {
  type Metric,
  type MetricPlace,
  type MetricSource,
  type Sample,
  sameDimensions,
} from '../../services/cloudwatch';
import { isThrottled, kmsRequests } from './kms-log';
import { XKS_STEADY, XKS_UNITS, xksMetrics, xksSamples } from './xks-proxies';

const NAMESPACE = 'AWS/KMS';
const EXPIRATION = 'SecondsUntilKeyMaterialExpiration';

/**
 * What KMS publishes of keys and key stores.
 * fact: services 10. assumed: the dimensions of the store metrics
 */
export const kmsKeys: MetricSource = {
  namespaces: () => [NAMESPACE],
  unit: ({ name }) => (name === EXPIRATION ? 'Seconds' : (XKS_UNITS[name] ?? 'Count')),
  list: (world, place) => {
    const counted = new Map<string, Metric>();
    for (const commit of kmsRequests(world, place)) {
      for (const metric of metricsOf(world, commit)) counted.set(JSON.stringify(metric), metric);
    }
    const expiring = [...new Set(expiringIn(world, place).map(({ keyArn }) => keyIdOf(keyArn)))];
    const byText = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, metric]) => metric);
    const ofStores = xksMetrics(world, place).map(({ name, dimensions }) => published(name, dimensions));
    return [...expiring.map((KeyId) => published(EXPIRATION, { KeyId })), ...byText, ...ofStores];
  },
  samples: (world, place, metric, span) => {
    if (metric.name === EXPIRATION) return expirations(world, place, metric, span);
    if (Object.hasOwn(XKS_UNITS, metric.name)) return xksSamples(world, place, metric, span);
    const samples: Sample[] = [];
    for (const commit of kmsRequests(world, place, span.fromMs, span.toMs)) {
      const isOne = metricsOf(world, commit).some(
        ({ name, dimensions }) => name === metric.name && sameDimensions(dimensions, metric.dimensions),
      );
      if (isOne) samples.push({ atMs: commit.atMs, value: 1 });
    }
    return samples;
  },
  quietAfterMs: (world, place, metric) => {
    if (XKS_STEADY.includes(metric.name)) return Number.POSITIVE_INFINITY;
    if (metric.name !== EXPIRATION) return world.nowMs;
    const ends = expiringIn(world, place, metric.dimensions.KeyId).map(({ validToMs }) => validToMs ?? 0);
    return ends.reduce((last, endMs) => Math.max(last, endMs), world.nowMs);
  },
};

function published(name: string, dimensions: Metric['dimensions']): Metric {
  return { namespace: NAMESPACE, name, dimensions };
}

/** What one request counts for. */
function metricsOf(world: AwsWorld, commit: AwsCommit): readonly Metric[] {
  const { request, outcome } = commit;
  const [first, second] = outcome.audit.resources;
  if (first === undefined) return [];
  if (outcome.refusal) return throttled(world.table(keys).get(first), commit);
  const { operation } = request;
  const dimensions: Metric['dimensions'] =
    operation === 'ReEncrypt'
      ? { SourceKeyArn: first, DestinationKeyArn: second ?? first, Operation: operation }
      : { KeyArn: first, Operation: operation };
  return [published('SuccessfulRequest', dimensions)];
}

function throttled(key: KeyRecord | undefined, commit: AwsCommit): readonly Metric[] {
  if (key?.customKeyStoreId === undefined || !isThrottled(commit)) return [];
  const { operation: KmsOperation } = commit.request;
  const dimensions = { CustomKeyStoreId: key.customKeyStoreId, KmsOperation, KeySpec: key.keySpec };
  const isExternal = key.origin === 'EXTERNAL_KEY_STORE';
  return [published(isExternal ? 'ExternalKeyStoreThrottle' : 'CloudHSMKeyStoreThrottle', dimensions)];
}

function expiringIn(
  world: AwsWorld,
  { account, region }: MetricPlace,
  keyId?: string,
): readonly ImportRecord[] {
  return world
    .table(imports)
    .all()
    .filter(({ keyArn, validToMs }) => {
      const arn = parseArn(keyArn);
      const isHere = arn?.account === account && arn.region === region;
      return isHere && validToMs !== undefined && (keyId ?? keyIdOf(keyArn)) === keyIdOf(keyArn);
    });
}

/** The remaining time of imported material, measured once a step. Its history is that of the present import. */
function expirations(
  world: AwsWorld,
  place: MetricPlace,
  { dimensions }: Metric,
  { fromMs, toMs, stepMs }: { readonly fromMs: number; readonly toMs: number; readonly stepMs: number },
): readonly Sample[] {
  return expiringIn(world, place, dimensions.KeyId ?? '').flatMap(({ importedAtMs, validToMs = 0 }) => {
    const samples: Sample[] = [];
    const start = Math.max(fromMs, importedAtMs);
    for (let atMs = Math.ceil(start / stepMs) * stepMs; atMs < Math.min(toMs, validToMs); atMs += stepMs) {
      samples.push({ atMs, value: (validToMs - atMs) / 1000 });
    }
    return samples;
  });
}

function keyIdOf(keyArn: string): string {
  return keyArn.slice(keyArn.lastIndexOf('/') + 1);
}
