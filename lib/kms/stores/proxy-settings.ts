import { type Call, type Refusal, refuse } from '../../aws';
import type { StoreProxy } from '../records/custom-key-store';
import { xksProxies } from '../records/xks-proxy';
import { mustNotBeNull, validation } from '../rules/errors';
import type { ProxyInput } from '../rules/store-shapes';
import { storesOf } from './find-store';
import { healthFault } from './proxies';
import { faultForManagement } from './proxy-faults';

type Asking = Pick<Call, 'world' | 'region' | 'principal'>;

/** The settings that a request leaves, on top of those the store has. */
export function proxyOf(
  request: ProxyInput,
  before: Partial<StoreProxy>,
  account: string,
): StoreProxy | Refusal {
  const connectivity = request.XksProxyConnectivity ?? before.connectivity;
  const uriEndpoint = request.XksProxyUriEndpoint ?? before.uriEndpoint;
  const uriPath = request.XksProxyUriPath ?? before.uriPath;
  const accessKeyId = request.XksProxyAuthenticationCredential?.AccessKeyId ?? before.accessKeyId;
  const rawSecretAccessKey =
    request.XksProxyAuthenticationCredential?.RawSecretAccessKey ?? before.rawSecretAccessKey;
  if (connectivity === undefined) return mustNotBeNull('XksProxyConnectivity');
  if (uriEndpoint === undefined) return mustNotBeNull('XksProxyUriEndpoint');
  if (uriPath === undefined) return mustNotBeNull('XksProxyUriPath');
  if (accessKeyId === undefined || rawSecretAccessKey === undefined) {
    return mustNotBeNull('XksProxyAuthenticationCredential');
  }
  const common = { connectivity, uriEndpoint, uriPath, accessKeyId, rawSecretAccessKey };
  if (connectivity === 'PUBLIC_ENDPOINT') return withoutService(common, request);
  const vpcServiceName = request.XksProxyVpcEndpointServiceName ?? before.vpcServiceName;
  if (vpcServiceName === undefined) return mustNotBeNull('XksProxyVpcEndpointServiceName');
  const vpcServiceOwner = request.XksProxyVpcEndpointServiceOwner ?? before.vpcServiceOwner ?? account;
  return { ...common, vpcServiceName, vpcServiceOwner };
}

function withoutService(common: StoreProxy, request: ProxyInput): StoreProxy | Refusal {
  const named = request.XksProxyVpcEndpointServiceName ?? request.XksProxyVpcEndpointServiceOwner;
  if (named === undefined) return common;
  return validation('A VPC endpoint service is not supported for XksProxyConnectivity PUBLIC_ENDPOINT');
}

/**
 * Whether a proxy may serve this store: nobody else's, and for a public endpoint one that answers now.
 * refuses: the XksProxy exceptions of CreateCustomKeyStore and UpdateCustomKeyStore. fact: kms-engine 1.6, 9.4, 9.6.
 * assumed: a VPC endpoint service is looked up in the request, its proxy only when the store connects; no texts (4.1)
 */
export function refuseProxy(call: Asking, proxy: StoreProxy, storeId?: string): Refusal | undefined {
  const isVpc = proxy.connectivity === 'VPC_ENDPOINT_SERVICE';
  for (const store of storesOf(call)) {
    const other = store.proxy;
    if (!other || store.storeId === storeId) continue;
    if (isVpc && other.vpcServiceName === proxy.vpcServiceName) {
      return refuse('XksProxyVpcEndpointServiceInUseException');
    }
    if (other.uriEndpoint !== proxy.uriEndpoint) continue;
    if (other.uriPath === proxy.uriPath) return refuse('XksProxyUriInUseException');
    if (isVpc || other.connectivity !== proxy.connectivity)
      return refuse('XksProxyUriEndpointInUseException');
  }
  return isVpc ? refuseService(call, proxy) : refusePublic(call, proxy);
}

function refuseService({ world }: Asking, { vpcServiceName }: StoreProxy): Refusal | undefined {
  const service = world.table(xksProxies).firstBy('vpcService', vpcServiceName ?? '');
  if (!service) return refuse('XksProxyVpcEndpointServiceNotFoundException');
  return service.isVpcServiceValid
    ? undefined
    : refuse('XksProxyVpcEndpointServiceInvalidConfigurationException');
}

function refusePublic({ world }: Asking, proxy: StoreProxy): Refusal | undefined {
  const fault = healthFault(world, proxy);
  return fault && faultForManagement(fault);
}
