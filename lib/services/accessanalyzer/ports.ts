import type { AwsWorld } from '../../aws';
import type { ConditionKeyInfo, LintRule } from '../../policy';

/** A resource whose policy an analyzer reads. */
export interface AnalyzedResource {
  readonly arn: string;
  /** `AWS::KMS::Key` */
  readonly type: string;
  readonly account: string;
  readonly region: string;
  readonly policy: string;
  readonly createdAtMs: number;
  /** Whom it lets in beside its policy, as principals of a policy. */
  readonly otherwise: readonly { readonly principal: string; readonly actions: readonly string[] }[];
}

/** What Access Analyzer asks of whoever knows the services. */
export interface AnalyzerFacts {
  /** All actions of the services that are known. */
  readonly actions: readonly string[];
  keysFor(text: string): readonly ConditionKeyInfo[];
  readonly narrowingKeys: readonly string[];
  /** Rules for the resource policies of a type. */
  rulesFor(resourceType: string | undefined, account: string): readonly LintRule[];
  resources(world: AwsWorld, account: string, region: string): readonly AnalyzedResource[];
}
