import { type Call, isRefusal, type Refusal, refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { type CustomKeyStoreRecord, customKeyStores, type StoreCluster } from '../records/custom-key-store';
import { validation } from '../rules/errors';
import { customKeyStoreId } from '../rules/shapes';
import { cloudHsmClusterId, customKeyStoreName, keyStorePassword, proxyMembers } from '../rules/store-shapes';
import { withClusterCheck } from '../stores/cluster-permission';
import { activeCluster, clusterFamily, refuseConfiguration } from '../stores/clusters';
import { findStore, refuseState, storesOf } from '../stores/find-store';
import { proxyOf, refuseProxy } from '../stores/proxy-settings';

const input = shape.structure(
  {
    CustomKeyStoreId: customKeyStoreId,
    NewCustomKeyStoreName: customKeyStoreName,
    KeyStorePassword: keyStorePassword,
    CloudHsmClusterId: cloudHsmClusterId,
    ...proxyMembers,
  },
  ['CustomKeyStoreId'],
);
type Input = NonNullable<(typeof input)['type']>;
type Member = keyof Input & string;

const CLUSTER_MEMBERS: readonly Member[] = ['KeyStorePassword', 'CloudHsmClusterId'];
const PROXY_MEMBERS = Object.keys(proxyMembers) as readonly Member[];
/** What may change while a store is connected. fact: kms-engine 1.6, 15 */
const WHILE_CONNECTED: readonly Member[] = [
  'NewCustomKeyStoreName',
  'XksProxyAuthenticationCredential',
  'XksProxyUriPath',
];

/**
 * Changes what a store knows of itself and its backing; the kind of backing stays.
 * refuses: Validation, CustomKeyStoreNotFound, CustomKeyStoreInvalidState, CustomKeyStoreNameInUse, the
 * CloudHsmCluster and the XksProxy exceptions. fact: kms-engine 1.6, 9.2.
 * assumed: the texts; a changed proxy is asked as a new one would be
 */
export const updateCustomKeyStore = declare({
  name: 'UpdateCustomKeyStore',
  about: 'Changes the properties of a custom key store.',
  input,
  output: shape.structure({}),
  readOnly: false,
  keys: {},
  checks: withClusterCheck,
  validate: (request) =>
    membersOf(request).length === 0 ? validation('At least one property must be specified.') : undefined,
  handle: ({ input: request, call }) => {
    const store = findStore(call, request.CustomKeyStoreId);
    if (isRefusal(store)) return store;
    const refusal = refuseMembers(store, request) ?? refuseName(call, store, request);
    if (refusal) return refusal;
    const cluster = store.cluster && changedCluster(call, store, store.cluster);
    if (isRefusal(cluster)) return cluster;
    const proxy = store.proxy && proxyOf(request, store.proxy, store.account);
    if (isRefusal(proxy)) return proxy;
    const changesProxy = membersOf(request).some((member) => PROXY_MEMBERS.includes(member));
    const unfit = proxy && changesProxy ? refuseProxy(call, proxy, store.storeId) : undefined;
    if (unfit) return unfit;
    const name = request.NewCustomKeyStoreName ?? store.name;
    call.world.put(customKeyStores, { ...store, name, cluster, proxy });
    return {};
  },
  responseElements: () => undefined,
});

function membersOf(request: Input): readonly Member[] {
  return (Object.keys(request) as Member[]).filter(
    (member) => member !== 'CustomKeyStoreId' && request[member] !== undefined,
  );
}

function refuseMembers(store: CustomKeyStoreRecord, request: Input): Refusal | undefined {
  const given = membersOf(request);
  const strange = store.cluster ? PROXY_MEMBERS : CLUSTER_MEMBERS;
  const odd = given.find((member) => strange.includes(member));
  if (odd) return validation(`${odd} is not supported for the custom key store ${store.storeId}`);
  const to = request.XksProxyConnectivity;
  if (to !== undefined && to !== store.proxy?.connectivity && request.XksProxyUriEndpoint === undefined) {
    return validation('A change of XksProxyConnectivity needs a new XksProxyUriEndpoint');
  }
  const isLight = given.every((member) => WHILE_CONNECTED.includes(member));
  return isLight ? refuseState(store, 'CONNECTED', 'DISCONNECTED') : refuseState(store, 'DISCONNECTED');
}

function refuseName(call: Call<Input>, store: CustomKeyStoreRecord, request: Input): Refusal | undefined {
  const name = request.NewCustomKeyStoreName;
  const isUsed = storesOf(call).some((other) => other.storeId !== store.storeId && other.name === name);
  return isUsed ? refuse('CustomKeyStoreNameInUseException') : undefined;
}

/** A new cluster must come from a backup of the old one. */
function changedCluster(
  { world, input: request }: Call<Input>,
  store: CustomKeyStoreRecord,
  known: StoreCluster,
): StoreCluster | Refusal {
  const password = request.KeyStorePassword ?? known.password;
  const clusterId = request.CloudHsmClusterId ?? known.clusterId;
  if (clusterId === known.clusterId) return { ...known, password };
  const cluster = activeCluster(world, store, clusterId);
  if (isRefusal(cluster)) return cluster;
  if (cluster.backupFamily !== clusterFamily(world, known.clusterId)) {
    return refuse('CloudHsmClusterNotRelatedException');
  }
  return refuseConfiguration(cluster, 1) ?? { ...known, clusterId, password };
}
