import { branchOf, cellsOf, type Run } from '../../run';
import { answerName, type Judge } from '../judge';
import type { Prediction, Scenario, Step } from '../schema';
import { playedOf, supportOf } from './answers';
import type { Guide, GuideCommand, GuidePrediction, GuideWorkedRun } from './guide';
import { judgeTask, type TaskVerdict } from './verdicts';

/** The step a learner is in, with everything that was judged of it. */
export interface Standing {
  readonly scenario: Scenario;
  readonly step: Step;
  readonly index: number;
  readonly run: Run;
  readonly judge: Judge;
  readonly verdict: TaskVerdict | undefined;
}

export function verdictOn(step: Step, judge: Judge): TaskVerdict | undefined {
  return step.kind === 'do' ? judgeTask(step, judge) : undefined;
}

/** A prediction with the step in which the learner committed to it. */
interface OpenPrediction {
  readonly predict: Prediction;
  readonly madeIn: string;
}

/** The step's own prediction, or an earlier one that is settled here. */
function predictionIn({ scenario, step }: Standing): OpenPrediction | undefined {
  if (step.predict) return { predict: step.predict, madeIn: step.id };
  const earlier = scenario.steps.find(({ predict }) => predict?.settledIn === step.id);
  return earlier?.predict && { predict: earlier.predict, madeIn: earlier.id };
}

export function predictionOf(standing: Standing): GuidePrediction | undefined {
  const open = predictionIn(standing);
  if (!open) return undefined;
  const { predict, madeIn } = open;
  const chosen = standing.run.answers[answerName.predict(madeIn)];
  // Who skipped it is not asked about it later.
  if (chosen === undefined && madeIn !== standing.step.id) return undefined;
  const options = predict.options.map(({ id, text }) => ({ id, text }));
  const resolution = chosen && !isSettledLater(standing) ? resolve(predict, standing.judge) : undefined;
  return { question: predict.question, options, chosen, resolution };
}

/** The learner has committed and is still to run the step's own command. What came of it does not matter. */
export function isAwaited(standing: Standing): boolean {
  const { predict } = standing.step;
  if (!predict || isSettledLater(standing) || predictionIsOpen(standing)) return false;
  return !resolve(predict, standing.judge) && !sourcesRun(standing.run).has(predict.run);
}

/** The step only asks; the answer comes in a later one. */
function isSettledLater({ step }: Standing): boolean {
  return step.predict?.settledIn !== undefined;
}

function resolve({ options }: Prediction, judge: Judge): GuidePrediction['resolution'] {
  const came = options.find(({ when }) => judge.holds(when));
  return came && { answer: came.id, engineSaid: came.said ?? engineSaid(came, judge), why: came.why };
}

/** In the engine's own words: the exception, or that the request succeeded. */
function engineSaid({ when }: Prediction['options'][number], judge: Judge): string {
  const commit = judge.lastRequest(when);
  if (!commit) return 'as predicted';
  return commit.outcome.refusal?.name ?? `${commit.request.operation} succeeded`;
}

/** The commands on offer: those of the step, then what its prediction, rate and level of support add. */
export function commandsOf(standing: Standing): readonly GuideCommand[] {
  const { step, run } = standing;
  const ran = sourcesRun(run);
  const cards = [...step.commands.map(({ run: source, say }) => ({ source, lead: say }))];
  const offered = predictionIsOpen(standing) ? [] : given(standing);
  for (const card of [...predicted(standing), ...rated(standing), ...offered]) {
    if (!cards.some(({ source }) => source === card.source)) cards.push(card);
  }
  return cards.map(({ source, lead }, at) => ({
    id: `${step.id}-${at + 1}`,
    source,
    lead,
    state: ran.has(source) ? 'ran' : 'ready',
  }));
}

type Card = { readonly source: string; readonly lead: string | undefined };

function predictionIsOpen({ step, run }: Standing): boolean {
  return step.predict !== undefined && run.answers[answerName.predict(step.id)] === undefined;
}

function predicted(standing: Standing): readonly Card[] {
  const { predict } = standing.step;
  if (!predict || isSettledLater(standing) || predictionIsOpen(standing)) return [];
  return [{ source: predict.run, lead: 'Run it and see.' }];
}

function rated({ step, run }: Standing): readonly Card[] {
  const rate = run.answers[answerName.rate(step.id)];
  if (step.kind !== 'do' || !step.rates || rate === undefined) return [];
  return [{ source: step.rates.run.replaceAll('{rate}', rate), lead: 'At the rate you chose.' }];
}

/** All of the solution but its gaps, where the learner asked for that much help. */
function given({ step, run }: Standing): readonly Card[] {
  if (step.kind !== 'do' || supportOf(run.answers) !== 'completion') return [];
  return step.solution.filter(({ gap }) => !gap).map(({ run: source, say }) => ({ source, lead: say }));
}

function sourcesRun(run: Run): ReadonlySet<string> {
  const branch = branchOf(run, run.branch);
  return new Set(branch ? cellsOf(run, branch).map(({ source }) => source) : []);
}

export function workedRunOf({ step, run }: Standing): GuideWorkedRun | undefined {
  if (step.kind !== 'do' || supportOf(run.answers) !== 'worked') return undefined;
  return {
    played: Math.min(playedOf(run.answers, step.id), step.solution.length),
    playing: false,
    moves: step.solution.map(({ run: source, say }) => ({ source, commentary: say })),
  };
}

export function hintsOf(step: Step): Guide['hints'] {
  if (step.kind !== 'do') return [];
  const { aim, look, concept, operation, exact } = step.hints;
  return [
    { rung: 'aim', text: aim },
    { rung: 'look', text: look },
    { rung: 'concept', text: concept },
    { rung: 'operation', text: operation },
    { rung: 'command', text: exact },
  ];
}
