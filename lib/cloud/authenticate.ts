import { type ApiRequest, type AwsWorld, type Principal, type Refusal, refuse } from '../aws';
import { accessKeys, principalOf } from '../services/iam';
import { sessionOf, sessions } from '../services/sts';

/** Who the access key belongs to: a user, an account's root, or a session. */
export function authenticate(request: ApiRequest, world: AwsWorld): Principal | Refusal {
  const holder = principalOf(world, request.credentials) ?? sessionOf(world, request.credentials);
  return (
    holder ?? refuse('UnrecognizedClientException', 'The security token included in the request is invalid.')
  );
}

/** Whether there is such an access key, whether or not it still opens anything. */
export function isAccessKey(world: AwsWorld, id: string): boolean {
  return world.table(accessKeys).get(id) !== undefined || world.table(sessions).get(id) !== undefined;
}
