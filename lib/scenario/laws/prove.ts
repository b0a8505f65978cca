import { answerName } from '../judge';
import { Rehearsal, transcript } from '../rehearsal';
import type { Scenario, Step } from '../schema';
import { broken, type Finding } from './finding';
import { flowLaws } from './flow-laws';
import { type Knowledge, knowledgeLaws } from './knowledge-laws';
import { predictionLaw, quietLaw, taskLaws } from './step-laws';

/** Proves a scenario by playing it, once as it is meant and again with everything that can go wrong in it. */
export async function proveScenario(
  scenario: Scenario,
  known: Knowledge,
  onStep: (step: Step) => void = () => {},
): Promise<readonly Finding[]> {
  const found = [
    ...knowledgeLaws(scenario, known),
    ...(scenario.flow ? flowLaws(scenario.id, scenario.flow) : []),
  ];
  const stage = await Rehearsal.ofScenario(scenario);
  for (const step of scenario.steps) {
    onStep(step);
    found.push(...(await stepLaws(scenario, step, stage)));
  }
  for (const source of scenario.teardown) {
    const cell = await stage.run(source);
    if (cell.status !== 'done') found.push(broken([scenario.id, 'teardown'], `fails\n${transcript(cell)}`));
  }
  return found;
}

async function stepLaws(scenario: Scenario, step: Step, stage: Rehearsal): Promise<Finding[]> {
  const where = [scenario.id, step.id];
  const found: Finding[] = [];
  stage.answer({ step: step.id });
  if (step.kind === 'do') found.push(...quietLaw(where, step, stage));
  for (const { run } of step.commands) {
    const cell = await stage.run(run);
    if (cell.status !== 'done') found.push(broken([...where, 'commands'], `fails\n${transcript(cell)}`));
  }
  if (step.predict) {
    found.push(...(await predictionLaw(where, step.predict, stage)));
    stage.answer({ [answerName.predict(step.id)]: step.predict.options[0]?.id ?? '' });
    // The learner runs it before going on.
    if (step.predict.settledIn === undefined) await stage.run(step.predict.run);
  }
  if (step.kind === 'do') found.push(...(await taskLaws(where, step, stage)));
  if (step.decide) {
    const right = step.decide.options.find(({ verdict }) => verdict === 'allowed');
    if (!right)
      found.push(broken([...where, 'decision'], 'expected an option with the verdict allowed, found none'));
    stage.answer({ [answerName.decide(step.id)]: right?.id ?? '' });
  }
  const { guide } = stage;
  if (guide?.nextBlockedBecause !== undefined) {
    found.push(
      broken(where, `expected the way to be open after the solution, found "${guide.nextBlockedBecause}"`),
    );
  }
  return found;
}
