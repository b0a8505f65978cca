import type { TableDefinition } from '../../world';

export const CONNECTION_STATES = [
  'CONNECTED',
  'CONNECTING',
  'FAILED',
  'DISCONNECTED',
  'DISCONNECTING',
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** Why a connection failed. fact: kms-engine 9.5 */
export const CONNECTION_ERROR_CODES = [
  'INVALID_CREDENTIALS',
  'CLUSTER_NOT_FOUND',
  'NETWORK_ERRORS',
  'INTERNAL_ERROR',
  'INSUFFICIENT_CLOUDHSM_HSMS',
  'USER_LOCKED_OUT',
  'USER_NOT_FOUND',
  'USER_LOGGED_IN',
  'SUBNET_NOT_FOUND',
  'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
  'XKS_PROXY_ACCESS_DENIED',
  'XKS_PROXY_NOT_REACHABLE',
  'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND',
  'XKS_PROXY_INVALID_RESPONSE',
  'XKS_PROXY_INVALID_CONFIGURATION',
  'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION',
  'XKS_PROXY_TIMED_OUT',
  'XKS_PROXY_INVALID_TLS_CONFIGURATION',
] as const;
export type ConnectionErrorCode = (typeof CONNECTION_ERROR_CODES)[number];

/** What a store knows of its CloudHSM cluster. */
export interface StoreCluster {
  readonly clusterId: string;
  readonly trustAnchor: string;
  /** KMS's own word for kmsuser: the one that was given, and from the first connection on one that KMS made. */
  readonly password: string;
}

/** What a store knows of its external key store proxy. */
export interface StoreProxy {
  readonly connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE';
  readonly uriEndpoint: string;
  readonly uriPath: string;
  readonly accessKeyId: string;
  readonly rawSecretAccessKey: string;
  readonly vpcServiceName?: string | undefined;
  readonly vpcServiceOwner?: string | undefined;
}

/** A custom key store: one of both kinds of backing, never both. */
export interface CustomKeyStoreRecord {
  /** `cks-` and 17 hex digits. */
  readonly storeId: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly connectionState: ConnectionState;
  readonly connectionErrorCode?: ConnectionErrorCode | undefined;
  /** When CONNECTING or DISCONNECTING ends. */
  readonly settlesAtMs?: number | undefined;
  readonly cluster?: StoreCluster | undefined;
  readonly proxy?: StoreProxy | undefined;
}

export const customKeyStores: TableDefinition<CustomKeyStoreRecord> = {
  name: 'kms-custom-key-stores',
  id: (store) => store.storeId,
  indexes: { owner: (store) => `${store.account}/${store.region}` },
  dueAtMs: (store) => store.settlesAtMs,
};
