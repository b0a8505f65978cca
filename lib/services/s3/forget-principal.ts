import type { AwsWorld } from '../../aws';
import { renamePrincipal } from '../../policy';
import { buckets } from './records/bucket';

/** A user or role is gone: bucket policies that name it show its unique id from now on. fact: authorization 4 */
export function forgetPrincipal(world: AwsWorld, arn: string, uniqueId: string): void {
  for (const bucket of world.table(buckets).all()) {
    if (bucket.policy === undefined) continue;
    const policy = renamePrincipal(bucket.policy, arn, uniqueId);
    if (policy !== bucket.policy) world.put(buckets, { ...bucket, policy });
  }
}
