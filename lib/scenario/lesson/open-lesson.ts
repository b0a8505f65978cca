import { needs } from '../../base';
import { traffic } from '../../cloud';
import type { GuideMove, GuideOutcome, Lesson, LessonMoment, StageNotes } from '../../run';
import { answerName, type Evidence, Judge } from '../judge';
import type { Scenario, ScenarioPrincipal } from '../schema';
import { atStep, playedOf, SUPPORTS, stepIndex, supportOf, withSupport } from './answers';
import { positionBefore } from './checkpoint';
import type { Guide } from './guide';
import { commandsOf, hintsOf, isAwaited, predictionOf, type Standing, verdictOn, workedRunOf } from './parts';
import { isQuiet } from './quiet';
import { ratesOf } from './rates';

/** A scenario as the lab plays it: where it begins, what the guide says at any moment, what its buttons do. */
export function openLesson(scenario: Scenario): Lesson<Guide> {
  const { world } = scenario;
  return {
    id: scenario.id,
    title: scenario.title,
    crumbs: [{ label: 'Labs' }, { label: scenario.group }],
    seed: world.seed,
    startMs: Date.parse(world.clock),
    region: world.region,
    regions: world.regions,
    identities: world.principals.map(identityOf),
    setup: world.setup,
    stage: (at) => stageOf(scenario, at),
    guide: (at) => guideOf(scenario, at),
    act: (move, at) => actOn(scenario, move, at),
  };
}

function identityOf({ profile, account, user, role, note }: ScenarioPrincipal) {
  return { profile, name: user === undefined ? `role/${role}` : `user/${user}`, account, note };
}

function evidenceAt({ world }: Scenario, { cloud, run, setupSeq }: LessonMoment): Evidence {
  return { cloud, run, setupSeq, principals: world.principals };
}

function standingAt(scenario: Scenario, at: LessonMoment): Standing {
  const index = stepIndex(scenario, at.run.answers);
  const step = scenario.steps[index];
  needs(step, `${scenario.id} has a step ${index + 1}`);
  const judge = new Judge(evidenceAt(scenario, at));
  return { scenario, step, index, run: at.run, judge, verdict: verdictOn(step, judge) };
}

function guideOf(scenario: Scenario, at: LessonMoment): Guide {
  const standing = standingAt(scenario, at);
  const { step, index, run, judge, verdict } = standing;
  const blocked = blockedBecause(standing);
  const canNext = blocked === undefined && index + 1 < scenario.steps.length;
  return {
    steps: scenario.steps.map(({ title }, place) => ({
      title,
      state: place < index ? 'done' : place === index ? 'now' : 'ahead',
    })),
    number: index + 1,
    title: step.title,
    text: step.text,
    kind: step.kind,
    support: supportOf(run.answers),
    supports: SUPPORTS,
    prediction: predictionOf(standing),
    decision: step.decide && { ...step.decide, chosen: run.answers[answerName.decide(step.id)] },
    commands: commandsOf(standing),
    rates:
      step.kind === 'do' && step.rates
        ? ratesOf(step.rates, run.answers[answerName.rate(step.id)], judge.evidence)
        : undefined,
    goals: (verdict?.goals ?? []).map(({ goal, state, because }) => ({
      id: goal.id,
      text: goal.text,
      state,
      because: because?.say,
    })),
    hints: hintsOf(step),
    deadEnd: verdict?.dead && deadEndAt(verdict.dead, judge.evidence),
    worked: workedRunOf(standing),
    traps: blocked === undefined ? step.traps : [],
    debrief: step.kind === 'debrief' ? scenario.debrief : undefined,
    canBack: index > 0,
    canNext,
    nextBlockedBecause: blocked,
  };
}

/** Why the next step is not offered yet. */
function blockedBecause(standing: Standing): string | undefined {
  const prediction = predictionOf(standing);
  if (prediction && !prediction.chosen) return 'First say what you expect.';
  if (prediction && isAwaited(standing)) return 'Now run the command and see what happens.';
  const { step, run, verdict } = standing;
  if (step.decide && run.answers[answerName.decide(step.id)] === undefined)
    return 'A decision is still open.';
  if (!verdict || verdict.done) return undefined;
  const open = verdict.goals.filter(({ state }) => state !== 'done').length;
  return open === 1 ? 'One goal is still open.' : `${open} goals are still open.`;
}

function deadEndAt(dead: NonNullable<Standing['verdict']>['dead'], evidence: Evidence): Guide['deadEnd'] {
  if (!dead) return undefined;
  const position = positionBefore(dead.when, evidence);
  const where = position === 0 ? 'the start' : `request ${position}`;
  return { because: dead.because, rewindTo: `${where}, ${dead.before}` };
}

function actOn(scenario: Scenario, move: GuideMove, at: LessonMoment): GuideOutcome {
  const standing = standingAt(scenario, at);
  const { step, index } = standing;
  switch (move.kind) {
    case 'next':
      return blockedBecause(standing) === undefined ? goTo(scenario, index + 1) : {};
    case 'back':
      return goTo(scenario, index - 1);
    case 'predict':
      return { answers: { [answerName.predict(step.id)]: move.choice } };
    case 'decide':
      return { answers: { [answerName.decide(step.id)]: move.choice } };
    case 'rate':
      return { answers: { [answerName.rate(step.id)]: move.choice } };
    case 'support':
      return { answers: withSupport(move.choice) };
    case 'play':
      return play(standing);
    case 'rewind':
      return rewind(standing);
    case 'hint':
      return {};
  }
}

function goTo(scenario: Scenario, index: number): GuideOutcome {
  const step = scenario.steps[index];
  return step ? { answers: atStep(step) } : {};
}

function play({ step, run }: Standing): GuideOutcome {
  if (step.kind !== 'do') return {};
  const played = playedOf(run.answers, step.id);
  const move = step.solution[played];
  return move ? { answers: { [answerName.played(step.id)]: String(played + 1) }, source: move.run } : {};
}

/** Back to before the dead end; the worked run of this step begins anew. */
function rewind({ step, verdict, judge }: Standing): GuideOutcome {
  if (!verdict?.dead) return {};
  const goOnFrom = positionBefore(verdict.dead.when, judge.evidence);
  return { goOnFrom, answers: { [answerName.played(step.id)]: '0' } };
}

function stageOf(scenario: Scenario, at: LessonMoment): StageNotes {
  const isVeiled = isQuiet(scenario, at, () => new Judge(evidenceAt(scenario, at)));
  const states = at.cloud.world
    .table(traffic)
    .all()
    .map(({ region, state, sinceMs }) => {
      const label = state === 'drained' ? `drained at ${clockWords(sinceMs)}` : state;
      return [region, { state, label }] as const;
    });
  return { traffic: Object.fromEntries(states), flow: scenario.flow, isVeiled };
}

/** `10:02` */
function clockWords(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}
