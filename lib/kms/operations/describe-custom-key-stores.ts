import { isRefusal, refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { pageOf } from '../paging';
import type { CustomKeyStoreRecord, StoreProxy } from '../records/custom-key-store';
import { validation } from '../rules/errors';
import { customKeyStoreId, limitTo, marker } from '../rules/shapes';
import {
  connectionErrorCode,
  connectionState,
  connectivity,
  customKeyStoreName,
  customKeyStoreType,
} from '../rules/store-shapes';
import { storesOf } from '../stores/find-store';

/** assumed: kms-engine 1.4 has none */
const DEFAULT_LIMIT = 100;

const entry = shape.structure({
  CustomKeyStoreId: shape.string(),
  CustomKeyStoreName: shape.string(),
  CloudHsmClusterId: shape.string(),
  TrustAnchorCertificate: shape.string(),
  ConnectionState: connectionState,
  ConnectionErrorCode: connectionErrorCode,
  CreationDate: shape.timestamp(),
  CustomKeyStoreType: customKeyStoreType,
  XksProxyConfiguration: shape.structure({
    Connectivity: connectivity,
    AccessKeyId: shape.string({ sensitive: true }),
    UriEndpoint: shape.string(),
    UriPath: shape.string(),
    VpcEndpointServiceName: shape.string(),
    VpcEndpointServiceOwner: shape.string(),
  }),
});

/**
 * Shows the custom key stores of this account and Region, or one of them; never their passwords.
 * refuses: Validation (both filters), CustomKeyStoreNotFound, InvalidMarker. fact: kms-engine 1.6
 */
export const describeCustomKeyStores = declare({
  name: 'DescribeCustomKeyStores',
  about: 'Shows custom key stores and the state of their connections.',
  input: shape.structure({
    CustomKeyStoreId: customKeyStoreId,
    CustomKeyStoreName: customKeyStoreName,
    Limit: limitTo(1000),
    Marker: marker,
  }),
  output: shape.structure({
    CustomKeyStores: shape.list(entry),
    NextMarker: shape.string(),
    Truncated: shape.boolean(),
  }),
  readOnly: true,
  keys: {},
  // assumed: the text
  validate: (input) =>
    input.CustomKeyStoreId !== undefined && input.CustomKeyStoreName !== undefined
      ? validation('Only one of CustomKeyStoreId and CustomKeyStoreName can be specified.')
      : undefined,
  handle: ({ input, call }) => {
    const { CustomKeyStoreId: id, CustomKeyStoreName: name } = input;
    const stores = storesOf(call).filter(
      (store) => (id ?? store.storeId) === store.storeId && (name ?? store.name) === store.name,
    );
    if (stores.length === 0 && (id ?? name) !== undefined) return refuse('CustomKeyStoreNotFoundException');
    const ids = stores.map(({ storeId }) => storeId);
    const page = pageOf(ids, input, DEFAULT_LIMIT, `DescribeCustomKeyStores ${call.region}`);
    if (isRefusal(page)) return page;
    const shown = stores.filter(({ storeId }) => page.ids.includes(storeId));
    return { CustomKeyStores: shown.map(entryOf), ...page.rest };
  },
});

function entryOf(store: CustomKeyStoreRecord) {
  const { cluster, proxy } = store;
  return {
    CustomKeyStoreId: store.storeId,
    CustomKeyStoreName: store.name,
    CloudHsmClusterId: cluster?.clusterId,
    TrustAnchorCertificate: cluster?.trustAnchor,
    ConnectionState: store.connectionState,
    ConnectionErrorCode: store.connectionErrorCode,
    CreationDate: store.createdAtMs,
    CustomKeyStoreType: cluster ? ('AWS_CLOUDHSM' as const) : ('EXTERNAL_KEY_STORE' as const),
    XksProxyConfiguration: proxy && configurationOf(proxy),
  };
}

function configurationOf(proxy: StoreProxy) {
  return {
    Connectivity: proxy.connectivity,
    AccessKeyId: proxy.accessKeyId,
    UriEndpoint: proxy.uriEndpoint,
    UriPath: proxy.uriPath,
    VpcEndpointServiceName: proxy.vpcServiceName,
    VpcEndpointServiceOwner: proxy.vpcServiceOwner,
  };
}
