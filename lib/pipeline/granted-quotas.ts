import type { AwsWorld } from '../aws';
import type { TableDefinition } from '../world';

/** A quota raised for one account in one Region. What is not here has its published value. */
export interface GrantedQuota {
  readonly account: string;
  readonly region: string;
  /** A pool of requests (`symmetric`), or a resource quota (`resource/keys`). */
  readonly quota: string;
  readonly value: number;
}

export const grantedQuotas: TableDefinition<GrantedQuota> = {
  name: 'granted-quotas',
  id: ({ account, region, quota }) => `${account}/${region}/${quota}`,
};

/** The value an account was granted; absent where the published one applies. */
export function grantedQuota(
  world: AwsWorld,
  { account, region }: Pick<GrantedQuota, 'account' | 'region'>,
  quota: string,
): number | undefined {
  const table = world.table(grantedQuotas);
  // Most labs never raise a quota, and every request asks.
  return table.size === 0 ? undefined : table.get(`${account}/${region}/${quota}`)?.value;
}
