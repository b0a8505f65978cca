import type { AccessCheck, Denial } from './operation';
import type { Principal } from './principal';

/** What the policies say of a caller whom nothing in the identity's own policies allows. */
export function lacksIdentityAllow(principal: Principal, check: AccessCheck): Denial {
  const clause = `because no identity-based policy allows the ${check.action} action`;
  return { kind: 'implicit', layer: 'identity', clause, principal, check };
}
