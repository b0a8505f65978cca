import type { AwsWorld } from '../../../aws';
import { roles } from '../records/role';

/**
 * Trust policies keep a principal by its unique id. Once it is deleted they show that id, so that a namesake
 * made later is not meant. fact: authorization 4
 */
export function forgetPrincipal(world: AwsWorld, arn: string, uniqueId: string): void {
  const written = JSON.stringify(arn);
  for (const role of world.table(roles).all()) {
    if (!role.trustPolicy.includes(written)) continue;
    const trustPolicy = role.trustPolicy.replaceAll(written, JSON.stringify(uniqueId));
    world.put(roles, { ...role, trustPolicy });
  }
}
