import { type Call, type Permission, type Refusal, regionalArn } from '../../../aws';
import { type VpcEndpointRecord, vpcEndpointOf } from '../records/vpc-endpoint';
import { noSuchEndpoint } from './errors';

/** An endpoint of the caller's account and Region. refuses: InvalidVpcEndpointId.NotFound */
export function ownEndpoint<I>(
  { world, principal, region }: Call<I>,
  id: string,
): VpcEndpointRecord | Refusal {
  const endpoint = vpcEndpointOf(world, id);
  const isOwn = endpoint?.account === principal.account && endpoint.region === region;
  return endpoint && isOwn ? endpoint : noSuchEndpoint(id);
}

export function onEndpoint<I>(action: string, { region, principal }: Call<I>, id: string): Permission {
  return { action, resource: regionalArn('ec2', region, principal.account, `vpc-endpoint/${id}`) };
}
