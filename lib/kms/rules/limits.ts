import { type AwsWorld, type Charge, type Refusal, refuse } from '../../aws';
import { RESOURCE_QUOTAS, resourceQuota } from './quotas';

type Owner = Pick<Charge, 'account' | 'region'>;

/** Resource quotas. fact: kms-engine 12.1. assumed: the texts but that of the aliases (4.1) */

export function keysQuotaReached(world: AwsWorld, owner: Owner, held: number): Refusal | undefined {
  return reached(resourceQuota(world, owner, 'keys'), held, 'KMS keys');
}

/** The text is recorded. fact: kms-engine 4.1 */
export function onDemandRotationsReached(done: number, arn: string): Refusal | undefined {
  if (done < RESOURCE_QUOTAS.onDemandRotationsPerKey) return undefined;
  const text = `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`;
  return refuse('LimitExceededException', text);
}

export function aliasesQuotaReached(world: AwsWorld, owner: Owner, held: number): Refusal | undefined {
  return reached(resourceQuota(world, owner, 'aliasesPerKey'), held, 'Aliases per key');
}

export function grantsQuotaReached(world: AwsWorld, owner: Owner, held: number): Refusal | undefined {
  return reached(resourceQuota(world, owner, 'grantsPerKey'), held, 'Grants per key');
}

export function storesQuotaReached(held: number): Refusal | undefined {
  return reached(RESOURCE_QUOTAS.customKeyStores, held, 'Custom key stores');
}

function reached(quota: number, held: number, what: string): Refusal | undefined {
  if (held < quota) return undefined;
  const text = `${what} quota for this account in this region is ${quota}, current usage is ${held}.`;
  return refuse('LimitExceededException', text);
}
