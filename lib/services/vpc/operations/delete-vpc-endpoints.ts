import { isRefusal, shape } from '../../../aws';
import { vpcEndpoints } from '../records/vpc-endpoint';
import { onEndpoint, ownEndpoint } from '../rules/endpoints';
import { vpcOperation } from '../rules/operation';
import { given } from '../rules/shapes';

/** What cannot be deleted is listed in the answer; the rest is deleted all the same. */
export const deleteVpcEndpoints = vpcOperation({
  name: 'DeleteVpcEndpoints',
  about: 'Closes VPC endpoints.',
  input: shape.structure({ VpcEndpointIds: given.endpointIds }, ['VpcEndpointIds']),
  output: shape.structure({
    Unsuccessful: shape.list(
      shape.structure({
        Error: shape.structure({ Code: shape.string(), Message: shape.string() }),
        ResourceId: shape.string(),
      }),
    ),
  }),
  readOnly: false,
  permissions: (call) =>
    call.input.VpcEndpointIds.map((id) => onEndpoint('ec2:DeleteVpcEndpoints', call, id)),
  handle: (call) => ({
    Unsuccessful: call.input.VpcEndpointIds.flatMap((id) => {
      const endpoint = ownEndpoint(call, id);
      if (isRefusal(endpoint)) {
        return [{ Error: { Code: endpoint.name, Message: endpoint.message }, ResourceId: id }];
      }
      call.world.delete(vpcEndpoints, id);
      return [];
    }),
  }),
  resources: (call) => call.input.VpcEndpointIds,
});
