import { type Refusal, refuse } from '../../aws';
import { RESOURCE_QUOTAS } from './quotas';

/** Resource quotas. fact: kms-engine 12.1. assumed: the texts but that of the aliases (4.1) */

export function keysQuotaReached(held: number): Refusal | undefined {
  if (held < RESOURCE_QUOTAS.keys) return undefined;
  const text = `KMS keys quota for this account in this region is ${RESOURCE_QUOTAS.keys}, current usage is ${held}.`;
  return refuse('LimitExceededException', text);
}

/** The text is recorded. fact: kms-engine 4.1 */
export function onDemandRotationsReached(done: number, arn: string): Refusal | undefined {
  if (done < RESOURCE_QUOTAS.onDemandRotationsPerKey) return undefined;
  const text = `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`;
  return refuse('LimitExceededException', text);
}

export function aliasesQuotaReached(held: number): Refusal | undefined {
  if (held < RESOURCE_QUOTAS.aliasesPerKey) return undefined;
  const text = `Aliases per key quota for this account in this region is ${RESOURCE_QUOTAS.aliasesPerKey}, current usage is ${held}.`;
  return refuse('LimitExceededException', text);
}

export function grantsQuotaReached(held: number): Refusal | undefined {
  if (held < RESOURCE_QUOTAS.grantsPerKey) return undefined;
  const text = `Grants per key quota for this account in this region is ${RESOURCE_QUOTAS.grantsPerKey}, current usage is ${held}.`;
  return refuse('LimitExceededException', text);
}

export function storesQuotaReached(held: number): Refusal | undefined {
  if (held < RESOURCE_QUOTAS.customKeyStores) return undefined;
  const text = `Custom key stores quota for this account in this region is ${RESOURCE_QUOTAS.customKeyStores}, current usage is ${held}.`;
  return refuse('LimitExceededException', text);
}
