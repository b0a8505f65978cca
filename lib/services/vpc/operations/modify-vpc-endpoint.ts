import { isRefusal, shape } from '../../../aws';
import { vpcEndpoints } from '../records/vpc-endpoint';
import { onEndpoint, ownEndpoint } from '../rules/endpoints';
import { vpcOperation } from '../rules/operation';
import { OPEN_POLICY, refusePolicy } from '../rules/services';
import { given } from '../rules/shapes';

/** refuses: InvalidVpcEndpointId.NotFound, InvalidParameter (policy) */
export const modifyVpcEndpoint = vpcOperation({
  name: 'ModifyVpcEndpoint',
  about: 'Changes the policy or the private DNS of a VPC endpoint.',
  input: shape.structure(
    {
      VpcEndpointId: given.endpointId,
      ResetPolicy: shape.boolean(),
      PolicyDocument: given.policy,
      PrivateDnsEnabled: shape.boolean(),
    },
    ['VpcEndpointId'],
  ),
  output: shape.structure({ Return: shape.boolean() }),
  readOnly: false,
  permissions: (call) => [onEndpoint('ec2:ModifyVpcEndpoint', call, call.input.VpcEndpointId)],
  handle: (call) => {
    const { VpcEndpointId, ResetPolicy, PolicyDocument, PrivateDnsEnabled } = call.input;
    const endpoint = ownEndpoint(call, VpcEndpointId);
    if (isRefusal(endpoint)) return endpoint;
    const refusal = refusePolicy(PolicyDocument);
    if (refusal) return refusal;
    call.world.put(vpcEndpoints, {
      ...endpoint,
      policy: ResetPolicy ? OPEN_POLICY : (PolicyDocument ?? endpoint.policy),
      privateDnsEnabled: PrivateDnsEnabled ?? endpoint.privateDnsEnabled,
    });
    return { Return: true };
  },
  resources: (call) => [call.input.VpcEndpointId],
});
