import type { LessonMoment } from '../../run';
import type { Judge } from '../judge';
import type { Prediction, Scenario } from '../schema';
import { stepIndex } from './answers';

/** The prediction whose answer a step shows: its own, or an earlier one that is settled in it. */
function predictionShownIn({ steps }: Scenario, id: string): Prediction | undefined {
  const own = steps.find((step) => step.id === id)?.predict;
  return own ?? steps.find(({ predict }) => predict?.settledIn === id)?.predict;
}

/**
 * Whether the lab keeps to itself what no dashboard shows. The step that is open now says so, until what it asks
 * about has happened.
 */
export function isQuiet(scenario: Scenario, { run }: Pick<LessonMoment, 'run'>, judge: () => Judge): boolean {
  const step = scenario.steps[stepIndex(scenario, run.answers)];
  if (step?.lab !== 'quiet') return false;
  const options = predictionShownIn(scenario, step.id)?.options ?? [];
  const asked = judge();
  return !options.some(({ when }) => asked.holds(when));
}
