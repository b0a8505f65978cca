import type { TableDefinition } from '../../world';

/** An AES key in the external key manager behind a proxy. */
export interface ExternalKey {
  readonly id: string;
  /** ENABLED, or what the manager calls another state. */
  readonly status: string;
  readonly spec: string;
  readonly usage: readonly string[];
}

/** What a proxy may answer to everything it is asked; None where it answers as it should. fact: kms-engine 9.6 */
export const PROXY_REFUSALS = [
  'None',
  'AccessDeniedException',
  'AuthenticationFailedException',
  'InternalException',
  'ThrottlingException',
  'UnsupportedOperationException',
  'ValidationException',
] as const;
export type ProxyRefusal = (typeof PROXY_REFUSALS)[number];

export const MANAGER_STATES = ['Active', 'Degraded', 'Unavailable'] as const;

/** A simulated external key store proxy as its operator sees it: not a part of KMS. fact: kms-engine 9.4 */
export interface XksProxyRecord {
  readonly uriEndpoint: string;
  readonly uriPath: string;
  readonly accessKeyId: string;
  readonly rawSecretAccessKey: string;
  /** The VPC endpoint service through which it is reached, where it has one. */
  readonly vpcServiceName?: string | undefined;
  /** Whether that service fulfils what KMS asks of it. */
  readonly isVpcServiceValid: boolean;
  readonly isTlsValid: boolean;
  /** When its certificate expires; absent where nobody watches it. */
  readonly certificateValidToMs?: number | undefined;
  /** Nothing answers at the endpoint. */
  readonly isDown: boolean;
  /** How long the first, the second, ... attempt at one request takes; the last stands for all further ones. */
  readonly latenciesMs: readonly number[];
  readonly refusal: ProxyRefusal;
  readonly managers: (typeof MANAGER_STATES)[number];
  readonly keys: readonly ExternalKey[];
}

export const xksProxies: TableDefinition<XksProxyRecord> = {
  name: 'kms-xks-proxies',
  id: (proxy) => proxy.uriEndpoint,
  indexes: { vpcService: (proxy) => proxy.vpcServiceName },
};
