import type { AwsWorld } from '../../../aws';
import { renamePrincipal } from '../../../policy';
import { roles } from '../records/role';

/** What a service does about a user or role that is gone: by its ARN and its unique id, inside the same request. */
export type Forget = (world: AwsWorld, arn: string, uniqueId: string) => void;

/**
 * Trust policies keep a principal by its unique id. Once it is deleted they show that id, so that a namesake
 * made later is not meant. fact: authorization 4
 */
export const forgetInTrustPolicies: Forget = (world, arn, uniqueId) => {
  for (const role of world.table(roles).all()) {
    const trustPolicy = renamePrincipal(role.trustPolicy, arn, uniqueId);
    if (trustPolicy !== role.trustPolicy) world.put(roles, { ...role, trustPolicy });
  }
};
