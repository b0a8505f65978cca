export { forgetPrincipal } from './grants/forget-principal';
export { dueHandlers } from './keys/due';
export { metadataOf } from './keys/metadata';
export { operations } from './operations';
export { poolOfRequest } from './pool-of-request';
export { type AliasRecord, aliases } from './records/alias';
export {
  CLUSTER_STATES,
  type CloudHsmClusterRecord,
  cloudHsmClusters,
  KMS_USER_STATES,
  SUBNET_STATES,
} from './records/cloudhsm-cluster';

export { type CustomKeyStoreRecord, customKeyStores } from './records/custom-key-store';
export { type GrantRecord, grants } from './records/grant';
export { type ImportRecord, imports } from './records/import';
export { type KeyRecord, keys, ownerOf } from './records/key';
export { type MaterialRecord, materials } from './records/material';
export {
  MANAGER_STATES,
  PROXY_REFUSALS,
  type XksProxyRecord,
  xksProxies,
} from './records/xks-proxy';
export { kmsThrottled } from './rules/errors';
export {
  DOLLAR,
  FREE_REQUESTS,
  KEY_PRICES,
  type MicroDollars,
  MONTH_MS,
  type PriceClass,
  priceClassOf,
  REQUEST_PRICES,
} from './rules/prices';
export { OPERATION_TPS, publishedQuota } from './rules/quotas';
export { measuredLatencyMs } from './stores/proxies';
export { proxyErrorOf } from './stores/proxy-faults';
export { setCluster, setXksProxy } from './stores/simulated';
export { materialOfCiphertext } from './use/read-ciphertext';
