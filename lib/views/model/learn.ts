import type { FlowLight } from './flow';
import type { ProofPartView } from './quiz';

/** What lights a part of a drawn flow: a request that fits, or words of the command. */
export interface TrialRule {
  readonly node?: string;
  readonly edge?: readonly [from: string, to: string];
  /** Of a sequence diagram, from 1. */
  readonly message?: number;
  readonly service?: string;
  readonly operation?: string;
  readonly region?: string;
  /** Part of the caller's ARN. */
  readonly caller?: string;
  /** Part of the command. */
  readonly source?: string;
  readonly says: string;
}

/** A rule that came true: its place among the rules of its flow. */
export interface RuleLit {
  readonly rule: number;
  readonly light: FlowLight;
}

export interface TrialPartView extends ProofPartView {
  /** What this command lit, flow by flow. */
  readonly lit: readonly (readonly RuleLit[])[];
}

/** Commands that were tried in a fresh world. */
export interface TrialView {
  readonly parts: readonly TrialPartView[];
}
