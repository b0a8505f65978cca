import type { AwsWorld } from '../../aws';
import { bytesToHex, purposeOf, seededBytes } from '../../base';
import { cloudHsmClusters } from '../records/cloudhsm-cluster';
import {
  type ConnectionErrorCode,
  type CustomKeyStoreRecord,
  customKeyStores,
  type StoreCluster,
} from '../records/custom-key-store';
import { keys } from '../records/key';
import { xksProxies } from '../records/xks-proxy';
import { connectionFault } from './clusters';
import { healthFault } from './proxies';
import { connectionErrorOf } from './proxy-faults';

const MINUTE_MS = 60_000;

/** How long a store is CONNECTING, success or not. fact: kms-engine 9.1 ("up to 20 minutes", "about 5 minutes") */
const CONNECTING_MS = { cluster: 20 * MINUTE_MS, proxy: 5 * MINUTE_MS } as const;

/** assumed: how long a store is DISCONNECTING */
const DISCONNECTING_MS = 10_000;

export function beginConnecting(world: AwsWorld, store: CustomKeyStoreRecord): void {
  const settlesAtMs = world.nowMs + CONNECTING_MS[store.cluster ? 'cluster' : 'proxy'];
  world.put(customKeyStores, { ...store, connectionState: 'CONNECTING', settlesAtMs });
}

/** The keys are unavailable at once. fact: kms-engine 9.2 */
export function beginDisconnecting(world: AwsWorld, store: CustomKeyStoreRecord): void {
  const settlesAtMs = world.nowMs + DISCONNECTING_MS;
  world.put(customKeyStores, {
    ...store,
    connectionState: 'DISCONNECTING',
    connectionErrorCode: undefined,
    settlesAtMs,
  });
  for (const key of world.table(keys).by('customKeyStore', store.storeId)) {
    if (key.state !== 'Enabled' && key.state !== 'Disabled') continue;
    world.put(keys, { ...key, state: 'Unavailable', stateAfter: key.state });
  }
}

/** What comes due on a store. */
export function settleStore(world: AwsWorld, store: CustomKeyStoreRecord): void {
  const settled = { ...store, settlesAtMs: undefined };
  if (store.connectionState !== 'CONNECTING') {
    world.put(customKeyStores, { ...settled, connectionState: 'DISCONNECTED' });
    return;
  }
  const connectionErrorCode = failureOf(world, store);
  if (connectionErrorCode) {
    world.put(customKeyStores, { ...settled, connectionState: 'FAILED', connectionErrorCode });
    return;
  }
  const cluster = store.cluster && rotatePassword(world, store, store.cluster);
  world.put(customKeyStores, { ...settled, cluster, connectionState: 'CONNECTED' });
  for (const key of world.table(keys).by('customKeyStore', store.storeId)) {
    if (key.state !== 'Unavailable') continue;
    world.put(keys, { ...key, state: key.stateAfter ?? 'Enabled', stateAfter: undefined });
  }
}

function failureOf(world: AwsWorld, store: CustomKeyStoreRecord): ConnectionErrorCode | undefined {
  if (store.cluster) return connectionFault(world, store, store.cluster);
  if (!store.proxy) return 'INTERNAL_ERROR';
  const { connectivity, vpcServiceName } = store.proxy;
  if (connectivity === 'VPC_ENDPOINT_SERVICE') {
    const proxy = world.table(xksProxies).firstBy('vpcService', vpcServiceName ?? '');
    if (!proxy) return 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND';
    if (!proxy.isVpcServiceValid) return 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION';
  }
  const fault = healthFault(world, store.proxy);
  return fault && connectionErrorOf(fault);
}

/** KMS gives kmsuser a password that nobody else knows. fact: kms-engine 1.6 (ConnectCustomKeyStore) */
function rotatePassword(world: AwsWorld, store: CustomKeyStoreRecord, known: StoreCluster): StoreCluster {
  const password = bytesToHex(
    seededBytes(world.seed, purposeOf('kmsuser', store.storeId, String(world.nowMs)), 16),
  );
  const cluster = world.table(cloudHsmClusters).get(known.clusterId);
  if (cluster) world.put(cloudHsmClusters, { ...cluster, kmsUserPassword: password });
  return { ...known, password };
}
