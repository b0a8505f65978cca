import type { TrialRule, TrialView } from '../views';

export interface TrialQuestion {
  /** A preset as it stands in content, still to be parsed. */
  readonly preset: unknown;
  readonly run: readonly string[];
  /** What lights the flows, flow by flow. */
  readonly lights: readonly (readonly TrialRule[])[];
}

/** What the same worker does for Learn. */
export interface LearnApi {
  /** Runs the commands in a fresh world. */
  tryOut(question: TrialQuestion): Promise<TrialView>;
}
