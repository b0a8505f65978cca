import type { SealView } from './seal';
import type { VerdictView } from './verdict';

/** One KMS key, as its owner may see it. */
export interface InspectorView {
  readonly choices: readonly KeyChoiceView[];
  readonly key?: KeyDetailView;
}

interface KeyChoiceView {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly seal?: SealView;
}

export interface KeyDetailView {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly keyState: string;
  readonly usable: boolean;
  /** DescribeKey's members, AWS's names. */
  readonly facts: readonly FactView[];
  readonly policy: readonly string[];
  /** One line on what the policy does: `delegates to the account root`. */
  readonly policyNote?: string;
  readonly aliases: readonly string[];
  readonly tags: readonly FactView[];
  readonly rotation: readonly FactView[];
  readonly materials: readonly MaterialView[];
  readonly grants: readonly GrantView[];
  /** Last requests on this key, newest first. */
  readonly requests: readonly RequestLineView[];
}

export interface FactView {
  readonly name: string;
  readonly value: string;
  /** One line on why it matters here. */
  readonly note?: string;
}

export interface MaterialView {
  readonly seal: SealView;
  /** Shortened KeyMaterialId. */
  readonly materialId: string;
  readonly state: 'CURRENT' | 'NON_CURRENT' | 'PENDING_ROTATION' | 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
  /** `created Day 0`, `ON_DEMAND, Day 12` */
  readonly since: string;
}

export interface GrantView {
  readonly grantId: string;
  readonly grantee: string;
  readonly operations: readonly string[];
  readonly constraint?: string;
}

export interface RequestLineView {
  readonly requestId: string;
  readonly at: string;
  readonly operation: string;
  readonly caller: string;
  readonly verdict: VerdictView;
}
