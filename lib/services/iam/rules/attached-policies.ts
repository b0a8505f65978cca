import { type AwsWorld, parseArn, type Refusal, refuse } from '../../../aws';
import { findPolicy } from '../identity';
import type { PolicyHolder } from '../records/holder';
import type { ManagedPolicy } from '../records/policy';
import { invalidInput, noSuchPolicy, notAttachable, quotaExceeded } from './errors';
import type { HolderKind } from './holders';

/**
 * The record with this managed policy attached; attaching twice is once.
 * refuses: InvalidInput, NoSuchEntity, PolicyNotAttachable, LimitExceeded
 */
export function withAttached<R extends PolicyHolder>(
  world: AwsWorld,
  kind: HolderKind<R>,
  record: R,
  arn: string,
): R | Refusal {
  const refusal = refuseAttaching(world, record.account, arn);
  if (refusal) return refusal;
  if (record.attached.includes(arn)) return record;
  const { name, limit } = kind.attachedQuota;
  if (record.attached.length >= limit) return quotaExceeded(name, limit);
  return { ...record, attached: [...record.attached, arn] };
}

/** Why a managed policy cannot be attached in this account, nor bound anything there. */
export function refuseAttaching(world: AwsWorld, account: string, arn: string): Refusal | undefined {
  if (!parseArn(arn)) return invalidInput(`ARN ${arn} is not valid.`);
  const policy = findPolicy(world, arn);
  if (!policy || (policy.account !== 'aws' && policy.account !== account)) return notAttachable(arn);
  if (!policy.path.startsWith('/aws-service-role/')) return undefined;
  return refuse('PolicyNotAttachable', 'Cannot attach a Service Role Policy to a Customer Role.');
}

/** refuses: NoSuchEntity */
export function withoutAttached<R extends PolicyHolder>(record: R, arn: string): R | Refusal {
  if (!record.attached.includes(arn)) return noSuchPolicy(arn);
  return { ...record, attached: record.attached.filter((held) => held !== arn) };
}

/** As the list operations show them. */
export function attachedView(arn: string) {
  return { PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn };
}

/** Attached policies whose path starts so. */
export function attachedUnder(world: AwsWorld, record: PolicyHolder, prefix = '/'): readonly string[] {
  return record.attached.filter((arn) => findPolicy(world, arn)?.path.startsWith(prefix));
}

/** A managed policy that this account may look at. refuses: InvalidInput, NoSuchEntity */
export function visiblePolicy(world: AwsWorld, account: string, arn: string): ManagedPolicy | Refusal {
  if (!parseArn(arn)) return invalidInput(`ARN ${arn} is not valid.`);
  const policy = findPolicy(world, arn);
  return policy && (policy.account === 'aws' || policy.account === account) ? policy : noSuchPolicy(arn);
}
