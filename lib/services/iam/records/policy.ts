import type { TableDefinition } from '../../../world';
import { nameOf } from './holder';
import type { Tag } from './tag';

export interface PolicyVersion {
  /** `v1`, `v2`, ... */
  readonly id: string;
  readonly document: string;
  readonly createdAtMs: number;
}

/** A customer managed policy, or one of AWS's. */
export interface ManagedPolicy {
  readonly arn: string;
  /** `ANPA...` */
  readonly policyId: string;
  /** The owner; `aws` for AWS managed policies. */
  readonly account: string;
  readonly path: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Oldest first. */
  readonly versions: readonly PolicyVersion[];
  readonly defaultVersion: string;
  /** How many versions it ever had: numbers are not used again. */
  readonly lastVersion: number;
  readonly tags: readonly Tag[];
}

/** Customer managed policies. AWS's own are the same in every world: rules/aws-managed.ts. */
export const policies: TableDefinition<ManagedPolicy> = {
  name: 'iam-policies',
  id: (policy) => policy.arn,
  indexes: {
    account: (policy) => policy.account,
    name: (policy) => nameOf(policy.account, policy.name),
  },
};

export function versionOf(policy: ManagedPolicy, id: string): PolicyVersion | undefined {
  return policy.versions.find((version) => version.id === id);
}
