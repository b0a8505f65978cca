import { type AwsWorld, type Refusal, refuse } from '../../aws';
import { type CloudHsmClusterRecord, cloudHsmClusters } from '../records/cloudhsm-cluster';
import type { ConnectionErrorCode, CustomKeyStoreRecord, StoreCluster } from '../records/custom-key-store';

interface Place {
  readonly account: string;
  readonly region: string;
}

/** A cluster of this account and Region. refuses: CloudHsmClusterNotFound, CloudHsmClusterNotActive */
export function activeCluster(world: AwsWorld, place: Place, id: string): CloudHsmClusterRecord | Refusal {
  const cluster = clusterIn(world, place, id);
  if (!cluster) return refuse('CloudHsmClusterNotFoundException');
  return cluster.state === 'ACTIVE' ? cluster : refuse('CloudHsmClusterNotActiveException');
}

export function clusterIn(world: AwsWorld, place: Place, id: string): CloudHsmClusterRecord | undefined {
  const cluster = world.table(cloudHsmClusters).get(id);
  const isHere = cluster?.account === place.account && cluster.region === place.region;
  return isHere && cluster.state !== 'DELETED' ? cluster : undefined;
}

/** @param zones so many Availability Zones must have an active HSM. fact: kms-engine 1.6, 9.1 */
export function refuseConfiguration(cluster: CloudHsmClusterRecord, zones: number): Refusal | undefined {
  const isEnough = new Set(cluster.activeHsms).size >= zones;
  return isEnough && cluster.isConfigured
    ? undefined
    : refuse('CloudHsmClusterInvalidConfigurationException');
}

/** One store for a cluster and all its relatives. refuses: CloudHsmClusterInUse. fact: kms-engine 9.3 */
export function refuseUsed(
  world: AwsWorld,
  stores: readonly CustomKeyStoreRecord[],
  { backupFamily }: CloudHsmClusterRecord,
): Refusal | undefined {
  const isUsed = stores.some(
    ({ cluster }) => cluster && clusterFamily(world, cluster.clusterId) === backupFamily,
  );
  return isUsed ? refuse('CloudHsmClusterInUseException') : undefined;
}

/** Also of a cluster that is deleted. */
export function clusterFamily(world: AwsWorld, clusterId: string): string {
  return world.table(cloudHsmClusters).get(clusterId)?.backupFamily ?? clusterId;
}

/** What keeps KMS from connecting. fact: kms-engine 9.5. assumed: the order in which faults are found */
export function connectionFault(
  world: AwsWorld,
  store: CustomKeyStoreRecord,
  known: StoreCluster,
): ConnectionErrorCode | undefined {
  const cluster = clusterIn(world, store, known.clusterId);
  if (!cluster) return 'CLUSTER_NOT_FOUND';
  if (!cluster.isReachable) return 'NETWORK_ERRORS';
  if (cluster.subnets === 'DELETED') return 'SUBNET_NOT_FOUND';
  if (cluster.subnets === 'FULL') return 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET';
  if (cluster.activeHsms.length === 0) return 'INSUFFICIENT_CLOUDHSM_HSMS';
  if (cluster.kmsUser !== 'READY') return USER_FAULTS[cluster.kmsUser];
  return cluster.kmsUserPassword === known.password ? undefined : 'INVALID_CREDENTIALS';
}

const USER_FAULTS = {
  MISSING: 'USER_NOT_FOUND',
  LOCKED_OUT: 'USER_LOCKED_OUT',
  LOGGED_IN: 'USER_LOGGED_IN',
} as const;

/** What a cryptographic request on a connected cluster meets: nothing, or a sentence. fact: kms-engine 9.6 */
export function clusterTrouble(
  world: AwsWorld,
  store: CustomKeyStoreRecord,
  known: StoreCluster,
): string | undefined {
  const cluster = clusterIn(world, store, known.clusterId);
  if (!cluster?.isReachable || cluster.activeHsms.length === 0) {
    return 'KMS cannot communicate with your CloudHSM cluster. This might be a transient network issue. If you see this error repeatedly, verify that the Network ACLs and the security group rules for the VPC of your AWS CloudHSM cluster are correct.';
  }
  if (cluster.kmsUser !== 'LOCKED_OUT') return undefined;
  return 'KMS cannot communicate with your AWS CloudHSM cluster because the kmsuser is locked out. If you see this error repeatedly, disconnect the AWS CloudHSM key store and reset the kmsuser account password. Update the kmsuser password for the custom key store and try the request again.';
}
