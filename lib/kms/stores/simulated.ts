import type { AwsWorld } from '../../aws';
import { type CloudHsmClusterRecord, cloudHsmClusters } from '../records/cloudhsm-cluster';
import { type XksProxyRecord, xksProxies } from '../records/xks-proxy';

export type ClusterSettings = Pick<CloudHsmClusterRecord, 'clusterId'> & Partial<CloudHsmClusterRecord>;
export type ProxySettings = Pick<XksProxyRecord, 'uriEndpoint'> & Partial<XksProxyRecord>;

/**
 * Sets up a simulated CloudHSM cluster, or changes what is named of it. The rest stays, or is a sound cluster of two
 * HSMs. Goes inside a transaction, as every change.
 */
export function setCluster(
  world: AwsWorld,
  place: { readonly account: string; readonly region: string },
  settings: ClusterSettings,
): CloudHsmClusterRecord {
  const { account, region } = place;
  const { clusterId } = settings;
  const before = world.table(cloudHsmClusters).get(clusterId) ?? {
    account,
    region,
    state: 'ACTIVE' as const,
    activeHsms: [`${region}a`, `${region}b`],
    trustAnchor: `-----BEGIN CERTIFICATE-----\n${clusterId}\n-----END CERTIFICATE-----`,
    backupFamily: clusterId,
    kmsUser: 'READY' as const,
    kmsUserPassword: 'kmsPswd',
    subnets: 'READY' as const,
    isReachable: true,
    isConfigured: true,
  };
  return world.put(cloudHsmClusters, { ...before, ...given(settings), clusterId });
}

/** The same for a simulated external key store proxy; left alone it is sound, near and empty of keys. */
export function setXksProxy(world: AwsWorld, settings: ProxySettings): XksProxyRecord {
  const { uriEndpoint } = settings;
  const before = world.table(xksProxies).get(uriEndpoint) ?? {
    uriPath: '/kms/xks/v1',
    accessKeyId: 'ABCDEFGHIJKLMNOPQRST',
    rawSecretAccessKey: 'lab/external/key/store/proxy/secret/access+key',
    isVpcServiceValid: true,
    isTlsValid: true,
    isDown: false,
    latenciesMs: [20],
    refusal: 'None' as const,
    managers: 'Active' as const,
    keys: [],
  };
  return world.put(xksProxies, { ...before, ...given(settings), uriEndpoint });
}

/** What was left out changes nothing. */
function given<T extends object>(settings: T): Partial<T> {
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
