import { type Call, isRefusal, type Refusal, refuse, shape } from '../../aws';
import { bytesToHex } from '../../base';
import { declare } from '../declaring/declare';
import { ensureLinkedRole } from '../linked-roles';
import { type CustomKeyStoreRecord, customKeyStores, type StoreCluster } from '../records/custom-key-store';
import { mustNotBeNull, validation } from '../rules/errors';
import { storesQuotaReached } from '../rules/limits';
import {
  cloudHsmClusterId,
  customKeyStoreName,
  customKeyStoreType,
  keyStorePassword,
  proxyMembers,
  trustAnchorCertificate,
} from '../rules/store-shapes';
import { clusterCheck } from '../stores/cluster-permission';
import { activeCluster, refuseConfiguration, refuseUsed } from '../stores/clusters';
import { storesOf } from '../stores/find-store';
import { proxyOf, refuseProxy } from '../stores/proxy-settings';

const input = shape.structure(
  {
    CustomKeyStoreName: customKeyStoreName,
    CloudHsmClusterId: cloudHsmClusterId,
    TrustAnchorCertificate: trustAnchorCertificate,
    KeyStorePassword: keyStorePassword,
    CustomKeyStoreType: customKeyStoreType,
    ...proxyMembers,
  },
  ['CustomKeyStoreName'],
);
type Input = NonNullable<(typeof input)['type']>;
const CLUSTER_MEMBERS = ['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword'] as const;

/** A new store has HSMs in so many Availability Zones. fact: kms-engine 1.6 */
const ZONES = 2;

/**
 * Makes a disconnected custom key store of one of both kinds.
 * refuses: Validation, LimitExceeded, CustomKeyStoreNameInUse, IncorrectTrustAnchor, the CloudHsmCluster and the
 * XksProxy exceptions. fact: kms-engine 1.6, 9.1. assumed: the order, and what members of the other kind are told
 */
export const createCustomKeyStore = declare({
  name: 'CreateCustomKeyStore',
  about: 'Creates a custom key store backed by a CloudHSM cluster or by an external key manager.',
  input,
  output: shape.structure({ CustomKeyStoreId: shape.string() }),
  readOnly: false,
  keys: {},
  checks: (own, call) => (isExternal(call.input) ? own : [...own, clusterCheck(call)]),
  validate: (request) => refuseMembers(request),
  handle: ({ input: request, call }) => {
    const same = identicalStore(call, request);
    if (same) return { CustomKeyStoreId: same.storeId };
    const stores = storesOf(call);
    if (stores.some(({ name }) => name === request.CustomKeyStoreName)) {
      return refuse('CustomKeyStoreNameInUseException');
    }
    const limit = storesQuotaReached(stores.length);
    if (limit) return limit;
    const backing = isExternal(request) ? proxyBacking(call, request) : clusterBacking(call, request);
    if (isRefusal(backing)) return backing;
    const denied = backing.cluster && ensureLinkedRole(call, 'customKeyStores');
    if (denied) return denied;
    const { storeId } = call.world.put(customKeyStores, {
      storeId: `cks-${bytesToHex(call.random('custom-key-store-id', 9)).slice(0, 17)}`,
      account: call.principal.account,
      region: call.region,
      name: request.CustomKeyStoreName,
      createdAtMs: call.nowMs,
      connectionState: 'DISCONNECTED',
      ...backing,
    });
    return { CustomKeyStoreId: storeId };
  },
  responseElements: ({ CustomKeyStoreId }) => ({ customKeyStoreId: CustomKeyStoreId }),
});

function isExternal({ CustomKeyStoreType }: Input): boolean {
  return CustomKeyStoreType === 'EXTERNAL_KEY_STORE';
}

function refuseMembers(request: Input): Refusal | undefined {
  const kind = request.CustomKeyStoreType ?? 'AWS_CLOUDHSM';
  const strange = isExternal(request) ? CLUSTER_MEMBERS : (Object.keys(proxyMembers) as (keyof Input)[]);
  const given = strange.find((member) => request[member] !== undefined);
  if (given) return validation(`${given} is not supported for CustomKeyStoreType ${kind}`);
  if (!isExternal(request)) {
    const missing = CLUSTER_MEMBERS.find((member) => request[member] === undefined);
    return missing && mustNotBeNull(missing);
  }
  const proxy = proxyOf(request, {}, '');
  return isRefusal(proxy) ? proxy : undefined;
}

type Backing = Pick<CustomKeyStoreRecord, 'cluster' | 'proxy'>;

function proxyBacking(call: Call<Input>, request: Input): Backing | Refusal {
  const proxy = proxyOf(request, {}, call.principal.account);
  return isRefusal(proxy) ? proxy : (refuseProxy(call, proxy) ?? { proxy });
}

function clusterBacking(call: Call<Input>, request: Input): Backing | Refusal {
  const known = clusterOf(request);
  const place = { account: call.principal.account, region: call.region };
  const cluster = activeCluster(call.world, place, known.clusterId);
  if (isRefusal(cluster)) return cluster;
  const refusal = refuseUsed(call.world, storesOf(call), cluster) ?? refuseConfiguration(cluster, ZONES);
  if (refusal) return refusal;
  const isTrusted = cluster.trustAnchor.trim() === known.trustAnchor.trim();
  return isTrusted ? { cluster: known } : refuse('IncorrectTrustAnchorException');
}

function clusterOf(request: Input): StoreCluster {
  const { CloudHsmClusterId = '', TrustAnchorCertificate = '', KeyStorePassword = '' } = request;
  return { clusterId: CloudHsmClusterId, trustAnchor: TrustAnchorCertificate, password: KeyStorePassword };
}

/** A CloudHSM store that was asked for in the same words and is not connected. fact: kms-engine 1.6 */
function identicalStore(call: Call<Input>, request: Input): CustomKeyStoreRecord | undefined {
  const wanted = clusterOf(request);
  return storesOf(call).find(({ name, cluster, connectionState }) => {
    const isSame = name === request.CustomKeyStoreName && cluster?.clusterId === wanted.clusterId;
    const isUnchanged = cluster?.trustAnchor === wanted.trustAnchor && cluster.password === wanted.password;
    return isSame && isUnchanged && connectionState === 'DISCONNECTED';
  });
}
