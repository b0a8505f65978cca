import type { TableDefinition } from '../../world';

export const CLUSTER_STATES = ['UNINITIALIZED', 'INITIALIZED', 'ACTIVE', 'DEGRADED', 'DELETED'] as const;
export const KMS_USER_STATES = ['READY', 'MISSING', 'LOCKED_OUT', 'LOGGED_IN'] as const;
export const SUBNET_STATES = ['READY', 'FULL', 'DELETED'] as const;

/** A simulated CloudHSM cluster as its administrator sees it: not a part of KMS. fact: kms-engine 9.3 */
export interface CloudHsmClusterRecord {
  /** `cluster-` and 11 to 16 base32 characters. */
  readonly clusterId: string;
  readonly account: string;
  readonly region: string;
  readonly state: (typeof CLUSTER_STATES)[number];
  /** The Availability Zone of each active HSM. */
  readonly activeHsms: readonly string[];
  /** The text of `customerCA.crt`. */
  readonly trustAnchor: string;
  /** Clusters made from backups of one another are one family, and only one of it may serve a store. */
  readonly backupFamily: string;
  readonly kmsUser: (typeof KMS_USER_STATES)[number];
  readonly kmsUserPassword: string;
  readonly subnets: (typeof SUBNET_STATES)[number];
  /** Whether KMS can reach the cluster's network at all. */
  readonly isReachable: boolean;
  /** Whether subnets and security group are as KMS wants them. */
  readonly isConfigured: boolean;
}

export const cloudHsmClusters: TableDefinition<CloudHsmClusterRecord> = {
  name: 'kms-cloudhsm-clusters',
  id: (cluster) => cluster.clusterId,
};
