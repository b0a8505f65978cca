import { type ApiRequest, type AwsWorld, type Principal, type Refusal, refuse } from '../aws';
import { principalOf } from '../services/iam';
import { sessionOf } from '../services/sts';

/** Who the access key belongs to: a user, an account's root, or a session. */
export function authenticate(request: ApiRequest, world: AwsWorld): Principal | Refusal {
  const holder = holderOf(world, request.credentials);
  return (
    holder ?? refuse('UnrecognizedClientException', 'The security token included in the request is invalid.')
  );
}

export function holderOf(world: AwsWorld, accessKeyId: string): Principal | Refusal | undefined {
  return principalOf(world, accessKeyId) ?? sessionOf(world, accessKeyId);
}
