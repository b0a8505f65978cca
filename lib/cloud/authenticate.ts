import { type ApiRequest, type AwsWorld, isRegion, type Principal, type Refusal, refuse } from '../aws';
import { accessKeys, principalOf } from '../services/iam';
import { sessionOf, sessions } from '../services/sts';
import { serviceOf, vpcEndpointOf } from '../services/vpc';
import { LAB_SERVICE } from './lab';
import { refuseStranger } from './strangers';

/** Who the access key belongs to: a user, an account's root, or a session. */
export function authenticate(request: ApiRequest, world: AwsWorld): Principal | Refusal {
  if (!isReached(request, world)) {
    return refuse('EndpointConnectionError', 'Could not connect to the endpoint URL');
  }
  const { service, credentials } = request;
  return (
    principalOf(world, credentials) ?? sessionOf(world, credentials) ?? refuseStranger(service, credentials)
  );
}

/** A service answers in Regions that exist; a VPC endpoint leads to one service of one Region. */
function isReached({ source, service, region }: ApiRequest, world: AwsWorld): boolean {
  if (service !== LAB_SERVICE && !isRegion(region)) return false;
  if (source?.vpcEndpoint === undefined || (source.via?.length ?? 0) > 0) return true;
  const endpoint = vpcEndpointOf(world, source.vpcEndpoint);
  return endpoint?.region === region && serviceOf(endpoint) === service;
}

/** Whether there is such an access key, whether or not it still opens anything. */
export function isAccessKey(world: AwsWorld, id: string): boolean {
  return world.table(accessKeys).get(id) !== undefined || world.table(sessions).get(id) !== undefined;
}
