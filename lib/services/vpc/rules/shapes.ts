import { shape } from '../../../aws';

const id = shape.string();
const ids = shape.list(id);
const tags = shape.list(shape.structure({ Key: shape.string(), Value: shape.string() }));

export const given = {
  vpcId: shape.string({ pattern: 'vpc-[0-9a-f]+' }),
  endpointId: shape.string(),
  endpointIds: ids,
  type: shape.oneOf('Interface', 'Gateway'),
  policy: shape.string(),
  ids,
  tagSpecifications: shape.list(shape.structure({ ResourceType: shape.string(), Tags: tags })),
  filters: shape.list(shape.structure({ Name: shape.string(), Values: shape.list(shape.string()) })),
} as const;

/** In the order AWS prints them. */
export const vpcEndpoint = shape.structure({
  VpcEndpointId: id,
  VpcEndpointType: shape.string(),
  VpcId: id,
  ServiceName: shape.string(),
  State: shape.string(),
  PolicyDocument: shape.string(),
  RouteTableIds: ids,
  SubnetIds: ids,
  Groups: shape.list(shape.structure({ GroupId: id, GroupName: shape.string() })),
  PrivateDnsEnabled: shape.boolean(),
  RequesterManaged: shape.boolean(),
  NetworkInterfaceIds: ids,
  DnsEntries: shape.list(shape.structure({ DnsName: shape.string(), HostedZoneId: shape.string() })),
  CreationTimestamp: shape.timestamp(),
  Tags: tags,
  OwnerId: shape.string(),
});
