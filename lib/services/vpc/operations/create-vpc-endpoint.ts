import { regionalArn, shape } from '../../../aws';
import { bytesToHex } from '../../../base';
import { type VpcEndpointRecord, vpcEndpoints } from '../records/vpc-endpoint';
import { vpcOperation } from '../rules/operation';
import { OPEN_POLICY, refusePolicy, refuseService } from '../rules/services';
import { given, vpcEndpoint } from '../rules/shapes';
import { endpointView } from '../rules/views';

/**
 * Opens a private way to a service. assumed: any VPC id will do, the lab has no network.
 * refuses: InvalidServiceName, InvalidParameter (type, policy)
 */
export const createVpcEndpoint = vpcOperation({
  name: 'CreateVpcEndpoint',
  about: 'Opens a private way from a VPC to a service, with a policy of its own.',
  input: shape.structure(
    {
      VpcEndpointType: given.type,
      VpcId: given.vpcId,
      ServiceName: shape.string(),
      PolicyDocument: given.policy,
      RouteTableIds: given.ids,
      SubnetIds: given.ids,
      SecurityGroupIds: given.ids,
      ClientToken: shape.string(),
      PrivateDnsEnabled: shape.boolean(),
      TagSpecifications: given.tagSpecifications,
    },
    ['VpcId', 'ServiceName'],
  ),
  output: shape.structure({ VpcEndpoint: vpcEndpoint, ClientToken: shape.string() }),
  readOnly: false,
  permissions: (call) => [
    {
      action: 'ec2:CreateVpcEndpoint',
      resource: regionalArn('ec2', call.region, call.principal.account, 'vpc-endpoint/*'),
      conditions: { 'ec2:VpceServiceName': [call.input.ServiceName] },
    },
  ],
  handle: (call) => {
    const { ServiceName, VpcId, VpcEndpointType: type = 'Gateway', PolicyDocument } = call.input;
    const refusal = refuseService(ServiceName, type, call.region) ?? refusePolicy(PolicyDocument);
    if (refusal) return refusal;
    const record: VpcEndpointRecord = {
      id: `vpce-0${bytesToHex(call.random('vpc-endpoint-id', 8))}`,
      account: call.principal.account,
      region: call.region,
      vpcId: VpcId,
      serviceName: ServiceName,
      type,
      policy: PolicyDocument ?? OPEN_POLICY,
      privateDnsEnabled: call.input.PrivateDnsEnabled ?? type === 'Interface',
      subnetIds: call.input.SubnetIds ?? [],
      securityGroupIds: call.input.SecurityGroupIds ?? [],
      routeTableIds: call.input.RouteTableIds ?? [],
      tags: (call.input.TagSpecifications ?? []).flatMap(({ Tags = [] }) =>
        Tags.map(({ Key = '', Value = '' }) => ({ Key, Value })),
      ),
      createdAtMs: call.nowMs,
    };
    call.world.put(vpcEndpoints, record);
    return { VpcEndpoint: endpointView(record), ClientToken: call.input.ClientToken };
  },
  resources: (_call, output) => (output ? [output.VpcEndpoint?.VpcEndpointId ?? ''] : []),
});
