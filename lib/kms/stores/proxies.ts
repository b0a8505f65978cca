import type { AwsWorld, Refusal } from '../../aws';
import { refuse } from '../../aws';
import type { StoreProxy } from '../records/custom-key-store';
import { type ExternalKey, type ProxyRefusal, type XksProxyRecord, xksProxies } from '../records/xks-proxy';
import { faultForCreateKey, type ProxyFault } from './proxy-faults';

/** KMS waits so long, and tries once more. fact: kms-engine 9.4 */
const TIMEOUT_MS = 250;
const ATTEMPTS = 2;

/** The proxy as KMS reaches it with what its store knows; a fault where it cannot. fact: kms-engine 9.4, 9.6 */
function reachProxy(world: AwsWorld, known: StoreProxy): XksProxyRecord | ProxyFault {
  const proxy = world.table(xksProxies).get(known.uriEndpoint);
  if (!proxy || proxy.isDown) return 'unreachable';
  if (known.connectivity === 'VPC_ENDPOINT_SERVICE' && proxy.vpcServiceName !== known.vpcServiceName) {
    return 'unreachable';
  }
  if (!proxy.isTlsValid || world.nowMs >= (proxy.certificateValidToMs ?? Infinity)) return 'tls';
  if (!answersInTime(proxy)) return 'timedOut';
  if (proxy.uriPath !== known.uriPath) return 'invalidUriPath';
  const { accessKeyId, rawSecretAccessKey } = known;
  if (proxy.accessKeyId !== accessKeyId || proxy.rawSecretAccessKey !== rawSecretAccessKey) {
    return 'authenticationFailed';
  }
  return proxy.refusal === 'None' ? proxy : REFUSALS[proxy.refusal];
}

/** GetHealthStatus. A proxy with no key manager that works is as good as none. */
export function healthFault(world: AwsWorld, known: StoreProxy): ProxyFault | undefined {
  const proxy = reachProxy(world, known);
  if (typeof proxy === 'string') return proxy;
  return proxy.managers === 'Unavailable' ? 'unhealthy' : undefined;
}

/** An encryption or decryption by the external key. */
export function cryptographyFault(
  world: AwsWorld,
  known: StoreProxy,
  xksKeyId: string,
  operation: 'ENCRYPT' | 'DECRYPT',
): ProxyFault | undefined {
  const proxy = reachProxy(world, known);
  if (typeof proxy === 'string') return proxy;
  if (proxy.managers === 'Unavailable') return 'internal';
  const key = keyOf(proxy, xksKeyId);
  if (!key) return 'keyNotFound';
  if (key.status !== 'ENABLED') return 'invalidState';
  return key.usage.includes(operation) ? undefined : 'invalidKeyUsage';
}

/** GetKeyMetadata, and what KMS asks of an external key before it makes a KMS key for it. fact: kms-engine 9.1, 9.6 */
export function refuseExternalKey(world: AwsWorld, known: StoreProxy, xksKeyId: string): Refusal | undefined {
  const proxy = reachProxy(world, known);
  if (typeof proxy === 'string') return faultForCreateKey(proxy);
  if (proxy.managers === 'Unavailable') return faultForCreateKey('internal');
  const key = keyOf(proxy, xksKeyId);
  if (!key) return faultForCreateKey('keyNotFound');
  const text = unsuited(key);
  return text === undefined ? undefined : refuse('XksKeyInvalidConfigurationException', text);
}

function unsuited({ spec, status, usage }: ExternalKey): string | undefined {
  if (spec !== 'AES_256') {
    return `The key spec of the external key must be AES_256. The key spec of specified external key is ${spec}.`;
  }
  if (status !== 'ENABLED') {
    return `The status of the external key must be ENABLED. The status of specified external key is ${status}.`;
  }
  if (usage.includes('ENCRYPT') && usage.includes('DECRYPT')) return undefined;
  return `The key usage of the external key must include ENCRYPT and DECRYPT. The key use of specified external key is ${usage.join(', ')}.`;
}

function keyOf({ keys }: XksProxyRecord, id: string): ExternalKey | undefined {
  return keys.find((key) => key.id === id);
}

function answersInTime({ latenciesMs }: XksProxyRecord): boolean {
  return attemptsMs(latenciesMs).some((latency) => latency <= TIMEOUT_MS);
}

/** How long the proxy takes for each attempt at a request. */
function attemptsMs(latenciesMs: readonly number[]): readonly number[] {
  return Array.from(
    { length: ATTEMPTS },
    (_, attempt) => latenciesMs[Math.min(attempt, latenciesMs.length - 1)] ?? 0,
  );
}

/** What KMS measures of a request: an attempt that is given up counts with its limit. fact: kms-engine 9.4 */
export function measuredLatencyMs({ latenciesMs }: XksProxyRecord): number {
  let measured = 0;
  for (const latency of attemptsMs(latenciesMs)) {
    measured += Math.min(latency, TIMEOUT_MS);
    if (latency <= TIMEOUT_MS) break;
  }
  return measured;
}

const REFUSALS: Readonly<Record<Exclude<ProxyRefusal, 'None'>, ProxyFault>> = {
  AccessDeniedException: 'accessDenied',
  AuthenticationFailedException: 'authenticationFailed',
  InternalException: 'internal',
  ThrottlingException: 'throttled',
  UnsupportedOperationException: 'unsupportedOperation',
  ValidationException: 'unreadable',
};
