import type { AwsWorld, Call, Charge } from '../../aws';
import { needs } from '../../base';
import { operations as kms } from '../../kms';
import { grantedQuota } from '../../pipeline';
import { applications } from './records/application';
import { traffic } from './records/traffic';

export const LAB_SERVICE = 'lab';

/** The lab's own requests need no permission: they stand for what a company does outside AWS. */
export const noPermissions = () => [];

/** Production's KMS requests a second in a Region: what the account's applications make, shared by the Regions that serve. */
export function productionIn(world: AwsWorld, account: string, region: string): number {
  const serving = world
    .table(traffic)
    .by('account', account)
    .filter(({ state }) => state === 'serving')
    .map((record) => record.region);
  if (!serving.includes(region)) return 0;
  const all = world.table(applications).by('account', account);
  const total = all.reduce((sum, { requestsPerSecond }) => sum + requestsPerSecond, 0);
  return Math.round(total / serving.length);
}

/** The pool that symmetric KMS requests of the caller's account spend from, at the rate granted to it. */
export function symmetricPool(call: Call<object>): Charge {
  const [charge] = kms.GenerateRandom?.charges(call as Call, {}) ?? [];
  needs(charge, 'GenerateRandom spends from the symmetric pool');
  return { ...charge, perSecond: grantedQuota(call.world, charge, charge.pool) ?? charge.perSecond };
}
