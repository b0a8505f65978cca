import { serviceOf, type VpcEndpointRecord } from '../records/vpc-endpoint';

/** assumed: one hosted zone for all endpoints, and no zone-bound names */
const HOSTED_ZONE = 'Z7HUB22UULQXV';

/** As DescribeVpcEndpoints shows it. assumed: an endpoint is available at once; AWS takes a minute or two */
export function endpointView(endpoint: VpcEndpointRecord) {
  const isInterface = endpoint.type === 'Interface';
  return {
    VpcEndpointId: endpoint.id,
    VpcEndpointType: endpoint.type,
    VpcId: endpoint.vpcId,
    ServiceName: endpoint.serviceName,
    State: 'available',
    PolicyDocument: endpoint.policy,
    RouteTableIds: endpoint.routeTableIds,
    SubnetIds: endpoint.subnetIds,
    Groups: endpoint.securityGroupIds.map((GroupId) => ({ GroupId, GroupName: 'default' })),
    PrivateDnsEnabled: endpoint.privateDnsEnabled,
    RequesterManaged: false,
    NetworkInterfaceIds: [],
    DnsEntries: isInterface
      ? dnsNames(endpoint).map((DnsName) => ({ DnsName, HostedZoneId: HOSTED_ZONE }))
      : [],
    CreationTimestamp: endpoint.createdAtMs,
    Tags: endpoint.tags,
    OwnerId: endpoint.account,
  };
}

/** The endpoint's own name first; with private DNS the service's usual name leads there too, inside the VPC. */
function dnsNames(endpoint: VpcEndpointRecord): readonly string[] {
  const service = serviceOf(endpoint);
  const own = `${endpoint.id}-${endpoint.id.slice(-8)}.${service}.${endpoint.region}.vpce.amazonaws.com`;
  const usual = `${service}.${endpoint.region}.amazonaws.com`;
  return endpoint.privateDnsEnabled ? [own, usual] : [own];
}
