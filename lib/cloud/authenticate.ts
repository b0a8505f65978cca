import { type ApiRequest, type AwsWorld, type Principal, type Refusal, refuse } from '../aws';
import { principalOf } from '../services/iam';
import { sessionOf } from '../services/sts';

/** Who the access key belongs to: a user, an account's root, or a session. */
export function authenticate(request: ApiRequest, world: AwsWorld): Principal | Refusal {
  const { credentials } = request;
  const principal = principalOf(world, credentials) ?? sessionOf(world, credentials);
  if (principal) return principal;
  return refuse('UnrecognizedClientException', 'The security token included in the request is invalid.');
}
