import type { AwsWorld } from '../../../aws';
import type { TableDefinition } from '../../../world';

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** A private way from one VPC to one service of one Region. */
export interface VpcEndpointRecord {
  /** `vpce-...` */
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly vpcId: string;
  /** `com.amazonaws.eu-west-1.kms` */
  readonly serviceName: string;
  readonly type: 'Interface' | 'Gateway';
  /** JSON text, as it was given. */
  readonly policy: string;
  readonly privateDnsEnabled: boolean;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly routeTableIds: readonly string[];
  readonly tags: readonly Tag[];
  readonly createdAtMs: number;
}

export const vpcEndpoints: TableDefinition<VpcEndpointRecord> = {
  name: 'vpc-endpoints',
  id: (endpoint) => endpoint.id,
  indexes: { place: ({ account, region }) => placeOf(account, region) },
};

/** Index key: the endpoints of an account in a Region. */
export function placeOf(account: string, region: string): string {
  return `${account}/${region}`;
}

export function vpcEndpointOf(world: AwsWorld, id: string): VpcEndpointRecord | undefined {
  return world.table(vpcEndpoints).get(id);
}

/** The account of an endpoint, also of one that is gone, as far back as the log goes. */
export function vpcEndpointOwner(world: AwsWorld, id: string): string | undefined {
  const held = vpcEndpointOf(world, id);
  if (held) return held.account;
  for (let seq = world.log.head; seq > world.log.checkpoint; seq--) {
    const gone = world.log
      .get(seq)
      ?.changes.find((change) => change.table === vpcEndpoints.name && change.id === id);
    if (gone?.before) return (gone.before as VpcEndpointRecord).account;
  }
  return undefined;
}

/** The last part of a service's name: `kms`. */
export function serviceOf({ serviceName }: Pick<VpcEndpointRecord, 'serviceName'>): string {
  return serviceName.slice(serviceName.lastIndexOf('.') + 1);
}
