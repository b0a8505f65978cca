import { type Call, isRefusal, type Permission, type Refusal } from '../../../aws';
import { type ManagedPolicy, type PolicyVersion, policies, versionOf } from '../records/policy';
import { visiblePolicy } from './attached-policies';
import { refuseIdentityPolicy } from './documents';
import { invalidInput, noSuchEntity, quotaExceeded } from './errors';
import { QUOTAS, sizeOf } from './quotas';
import { resourceTagConditions } from './tags';

interface OnePolicy {
  readonly PolicyArn: string;
}

/** The permission for an action on a managed policy. */
export function onPolicy<I extends OnePolicy>(action: string, call: Call<I>): Permission {
  const { PolicyArn } = call.input;
  const policy = visiblePolicy(call.world, call.principal.account, PolicyArn);
  const tags = isRefusal(policy) ? [] : policy.tags;
  return { action, resource: PolicyArn, conditions: resourceTagConditions(tags) };
}

/** The managed policy a request names. refuses: InvalidInput, NoSuchEntity */
export function namedPolicy<I extends OnePolicy>(call: Call<I>): ManagedPolicy | Refusal {
  return visiblePolicy(call.world, call.principal.account, call.input.PolicyArn);
}

/**
 * Replaces a customer managed policy by what `change` answers.
 * refuses: InvalidInput (AWS's policies cannot be changed), NoSuchEntity, then what `change` refuses
 */
export function changePolicy<I extends OnePolicy>(
  call: Call<I>,
  change: (policy: ManagedPolicy) => ManagedPolicy | Refusal,
): ManagedPolicy | Refusal {
  const policy = namedPolicy(call);
  if (isRefusal(policy)) return policy;
  const changed = ownPolicy(policy) ?? change(policy);
  return isRefusal(changed) ? changed : call.world.put(policies, changed);
}

/** Why a policy cannot be changed: it is AWS's. assumed: the words */
export function ownPolicy(policy: ManagedPolicy): Refusal | undefined {
  return policy.account === 'aws'
    ? invalidInput(`The policy ${policy.arn} is managed by AWS and cannot be changed.`)
    : undefined;
}

/** refuses: MalformedPolicyDocument, LimitExceeded */
export function refuseManagedText(text: string): Refusal | undefined {
  const refusal = refuseIdentityPolicy(text);
  if (refusal) return refusal;
  return sizeOf(text) > QUOTAS.policySize ? quotaExceeded('PolicySize', QUOTAS.policySize) : undefined;
}

/** refuses: NoSuchEntity */
export function heldVersion(policy: ManagedPolicy, id: string): PolicyVersion | Refusal {
  const version = versionOf(policy, id);
  return version ?? noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
}
