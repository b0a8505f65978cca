import type { AwsWorld } from '../../aws';
import {
  type CustomKeyStoreRecord,
  customKeyStores,
  keys,
  measuredLatencyMs,
  proxyErrorOf,
  type XksProxyRecord,
  xksProxies,
} from '../../kms';
import type { AwsCommit } from '../../services/cloudtrail';
import { type Metric, type MetricPlace, type Sample, sameDimensions } from '../../services/cloudwatch';
import { commitsIn, isThrottled } from './kms-log';

/** What KMS publishes of external key stores, and in which unit. fact: services 10. assumed: the units */
export const XKS_UNITS: Readonly<Record<string, string>> = {
  XksProxyErrors: 'Count',
  XksProxyLatency: 'Milliseconds',
  XksProxyCredentialAge: 'Count',
  XksProxyCertificateDaysToExpire: 'Count',
  XksExternalKeyManagerStates: 'Count',
};

/** Those that are there without anybody asking for anything. */
export const XKS_STEADY: readonly string[] = [
  'XksProxyCredentialAge',
  'XksProxyCertificateDaysToExpire',
  'XksExternalKeyManagerStates',
];

const DAY_MS = 86_400_000;

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
}

/** A metric's name and dimensions, and what was measured. */
interface Measured extends Pick<Metric, 'name' | 'dimensions'>, Sample {}

/** What has been published of the external key stores of a place. */
export function xksMetrics(
  world: AwsWorld,
  place: MetricPlace,
): readonly Pick<Metric, 'name' | 'dimensions'>[] {
  const stores = externalStores(world, place);
  if (stores.length === 0) return [];
  const { nowMs } = world;
  const steady = stores.flatMap((store) => steadyAt(store, pastOf(world, store), nowMs));
  const asked = [...ofRequests(world, place, { fromMs: 0, toMs: Number.POSITIVE_INFINITY })];
  const byText = new Map(
    [...steady, ...asked].map(({ name, dimensions }) => [
      JSON.stringify({ name, dimensions }),
      { name, dimensions },
    ]),
  );
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, metric]) => metric);
}

export function xksSamples(
  world: AwsWorld,
  place: MetricPlace,
  { name, dimensions }: Metric,
  span: Span,
): readonly Sample[] {
  const measured = XKS_STEADY.includes(name)
    ? steadyIn(world, place, dimensions.CustomKeyStoreId, span)
    : [...ofRequests(world, place, span)];
  return measured
    .filter((one) => one.name === name && sameDimensions(one.dimensions, dimensions))
    .map(({ atMs, value }) => ({ atMs, value }));
}

function externalStores(world: AwsWorld, { account, region }: MetricPlace): readonly CustomKeyStoreRecord[] {
  return [...world.table(customKeyStores).by('owner', `${account}/${region}`)].filter(({ proxy }) => proxy);
}

/** Each request that KMS made to a proxy: how long it took and what went wrong. */
function* ofRequests(
  world: AwsWorld,
  { account, region }: MetricPlace,
  { fromMs, toMs }: Pick<Span, 'fromMs' | 'toMs'>,
): Generator<Measured> {
  // Proxies as they were at the commit looked at, where they have changed since.
  const past = new Map<string, XksProxyRecord | undefined>();
  for (let seq = world.log.head; seq > world.log.checkpoint; seq--) {
    const commit = world.log.get(seq) as AwsCommit | undefined;
    if (!commit || commit.atMs < fromMs) return;
    const { request, outcome } = commit;
    const isHere = request.service === 'kms' && request.region === region;
    if (isHere && commit.atMs < toMs && outcome.audit.principal?.account === account) {
      yield* ofRequest(world, commit, past);
    }
    for (const { table, id, before } of commit.changes) {
      if (table === xksProxies.name) past.set(id, before as XksProxyRecord | undefined);
    }
  }
}

function* ofRequest(
  world: AwsWorld,
  commit: AwsCommit,
  past: ReadonlyMap<string, XksProxyRecord | undefined>,
): Generator<Measured> {
  const { atMs, outcome, request } = commit;
  const text = outcome.refusal?.message;
  const error = text === undefined ? undefined : proxyErrorOf(text);
  if (isThrottled(commit) || (outcome.refusal && !error)) return;
  for (const { store, XksOperation } of callsOf(world, commit)) {
    const { uriEndpoint = '' } = store.proxy ?? {};
    const proxy = past.has(uriEndpoint) ? past.get(uriEndpoint) : world.table(xksProxies).get(uriEndpoint);
    const dimensions = {
      CustomKeyStoreId: store.storeId,
      KmsOperation: request.operation,
      XksOperation,
      KeySpec: 'SYMMETRIC_DEFAULT',
    };
    if (proxy && (error?.isTimed ?? true)) {
      yield { name: 'XksProxyLatency', dimensions, atMs, value: measuredLatencyMs(proxy) };
    }
    if (!error) continue;
    const ErrorType = error.isRetryable ? 'Retryable errors' : 'Non-retryable errors';
    const found = { ...dimensions, ErrorType, ExceptionName: error.exception };
    yield { name: 'XksProxyErrors', dimensions: found, atMs, value: 1 };
    // A request ends at its first error.
    return;
  }
}

/** What a cryptographic operation asks of a proxy. A key that is deleted takes its requests with it. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  Encrypt: ['Encrypt'],
  GenerateDataKey: ['Encrypt'],
  GenerateDataKeyWithoutPlaintext: ['Encrypt'],
  Decrypt: ['Decrypt'],
  ReEncrypt: ['Decrypt', 'Encrypt'],
};

function callsOf(world: AwsWorld, { request, outcome }: AwsCommit) {
  const operations = ASKED[request.operation] ?? [];
  return operations.flatMap((XksOperation, at) => {
    const { customKeyStoreId } = world.table(keys).get(outcome.audit.resources[at] ?? '') ?? {};
    const store = world.table(customKeyStores).get(customKeyStoreId ?? '');
    return store?.proxy ? [{ store, XksOperation }] : [];
  });
}

function steadyIn(
  world: AwsWorld,
  place: MetricPlace,
  storeId: string | undefined,
  { fromMs, toMs, stepMs }: Span,
): readonly Measured[] {
  const store = externalStores(world, place).find((one) => one.storeId === storeId);
  if (!store) return [];
  const past = pastOf(world, store);
  const measured: Measured[] = [];
  const start = Math.max(fromMs, store.createdAtMs);
  for (let atMs = Math.ceil(start / stepMs) * stepMs; atMs < toMs; atMs += stepMs) {
    measured.push(...steadyAt(store, past, atMs));
  }
  return measured;
}

/**
 * What is published of a store at a moment; what lies ahead is as it is now. assumed: the subject name in the
 * certificate is the endpoint's host; the managers' health is asked for while the store is connected, all of them in one
 * state and counted as one
 */
function steadyAt(store: CustomKeyStoreRecord, past: Past, atMs: number): readonly Measured[] {
  const { storeId: CustomKeyStoreId, createdAtMs, connectionState } = store;
  const proxy = past.proxies.find(({ untilMs }) => atMs < untilMs)?.proxy;
  const renewedAtMs = past.renewals.findLast((renewal) => renewal <= atMs) ?? createdAtMs;
  const age = { name: 'XksProxyCredentialAge', dimensions: { CustomKeyStoreId } };
  const measured: Measured[] = [{ ...age, atMs, value: daysBetween(renewedAtMs, atMs) }];
  if (proxy?.certificateValidToMs !== undefined) {
    const dimensions = { CustomKeyStoreId, CertificateName: proxy.uriEndpoint.replace('https://', '') };
    const value = daysBetween(atMs, Math.max(atMs, proxy.certificateValidToMs));
    measured.push({ name: 'XksProxyCertificateDaysToExpire', dimensions, atMs, value });
  }
  if (proxy && !proxy.isDown && connectionState === 'CONNECTED') {
    const dimensions = { CustomKeyStoreId, XksExternalKeyManagerState: proxy.managers };
    measured.push({ name: 'XksExternalKeyManagerStates', dimensions, atMs, value: 1 });
  }
  return measured;
}

function daysBetween(fromMs: number, toMs: number): number {
  return Math.floor((toMs - fromMs) / DAY_MS);
}

/** What was different before, oldest first. */
interface Past {
  /** When the store was told a new credential. */
  readonly renewals: readonly number[];
  readonly proxies: readonly { readonly untilMs: number; readonly proxy: XksProxyRecord | undefined }[];
}

function pastOf(world: AwsWorld, store: CustomKeyStoreRecord): Past {
  const uriEndpoint = store.proxy?.uriEndpoint ?? '';
  const renewals: number[] = [];
  const proxies: { untilMs: number; proxy: XksProxyRecord | undefined }[] = [];
  for (const { atMs, changes, outcome, request } of commitsIn(
    world,
    store.createdAtMs,
    Number.POSITIVE_INFINITY,
  )) {
    const { CustomKeyStoreId, XksProxyAuthenticationCredential } = request.input;
    const isRenewed = CustomKeyStoreId === store.storeId && XksProxyAuthenticationCredential !== undefined;
    if (isRenewed && !outcome.refusal) renewals.unshift(atMs);
    const change = changes.find(({ table, id }) => table === xksProxies.name && id === uriEndpoint);
    if (change) proxies.unshift({ untilMs: atMs, proxy: change.before as XksProxyRecord | undefined });
  }
  const proxy = world.table(xksProxies).get(uriEndpoint);
  return { renewals, proxies: [...proxies, { untilMs: Number.POSITIVE_INFINITY, proxy }] };
}
