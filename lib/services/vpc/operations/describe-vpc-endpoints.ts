import { isRefusal, shape } from '../../../aws';
import { placeOf, type VpcEndpointRecord, vpcEndpoints } from '../records/vpc-endpoint';
import { ownEndpoint } from '../rules/endpoints';
import { vpcOperation } from '../rules/operation';
import { given, vpcEndpoint } from '../rules/shapes';
import { endpointView } from '../rules/views';

/** What a filter compares. Others of AWS's filters match nothing in the lab. */
const FILTERS: Readonly<Record<string, (endpoint: VpcEndpointRecord) => string>> = {
  'vpc-endpoint-id': ({ id }) => id,
  'vpc-endpoint-type': ({ type }) => type,
  'vpc-id': ({ vpcId }) => vpcId,
  'service-name': ({ serviceName }) => serviceName,
  'vpc-endpoint-state': () => 'available',
};

/** refuses: InvalidVpcEndpointId.NotFound */
export const describeVpcEndpoints = vpcOperation({
  name: 'DescribeVpcEndpoints',
  about: 'Lists VPC endpoints with their policies.',
  input: shape.structure({
    VpcEndpointIds: given.endpointIds,
    Filters: given.filters,
    MaxResults: shape.integer(),
    NextToken: shape.string(),
  }),
  output: shape.structure({ VpcEndpoints: shape.list(vpcEndpoint), NextToken: shape.string() }),
  readOnly: true,
  permissions: () => [{ action: 'ec2:DescribeVpcEndpoints', resource: '*' }],
  handle: (call) => {
    const { VpcEndpointIds, Filters = [] } = call.input;
    const { world, principal, region } = call;
    const all = world.table(vpcEndpoints).by('place', placeOf(principal.account, region));
    const missing = VpcEndpointIds?.map((id) => ownEndpoint(call, id)).find(isRefusal);
    if (missing) return missing;
    const named = VpcEndpointIds ? all.filter(({ id }) => VpcEndpointIds.includes(id)) : all;
    const wanted = named.filter((endpoint) =>
      Filters.every(({ Name = '', Values = [] }) => Values.includes(FILTERS[Name]?.(endpoint) ?? '')),
    );
    return { VpcEndpoints: wanted.map(endpointView) };
  },
});
