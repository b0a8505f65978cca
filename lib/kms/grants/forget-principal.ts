import type { AwsWorld } from '../../aws';
import { renamePrincipal } from '../../policy';
import { grants } from '../records/grant';
import { keys } from '../records/key';

/**
 * A user or role is gone: key policies and grants that name it show its unique id from now on, and mean nobody.
 * A namesake made later is another principal. fact: authorization 4, kms-engine 1.6 (ListGrants)
 */
export function forgetPrincipal(world: AwsWorld, arn: string, uniqueId: string): void {
  for (const key of world.table(keys).all()) {
    const policy = renamePrincipal(key.policy, arn, uniqueId);
    if (policy !== key.policy) world.put(keys, { ...key, policy });
  }
  const renamed = (name: string | undefined) => (name === arn ? uniqueId : name);
  for (const grant of world.table(grants).all()) {
    if (grant.granteePrincipal !== arn && grant.retiringPrincipal !== arn) continue;
    world.put(grants, {
      ...grant,
      granteePrincipal: renamed(grant.granteePrincipal),
      retiringPrincipal: renamed(grant.retiringPrincipal),
    });
  }
}
