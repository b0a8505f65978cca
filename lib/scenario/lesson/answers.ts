import type { Run } from '../../run';
import { answerName } from '../judge';
import type { Scenario, Step } from '../schema';
import type { SupportLevel } from './guide';

const STEP = 'step';
const SUPPORT = 'support';

type Answers = Run['answers'];

export const SUPPORTS: readonly {
  readonly level: SupportLevel;
  readonly label: string;
  readonly detail: string;
}[] = [
  { level: 'worked', label: 'Show me', detail: 'Watch each step being solved, with the reasons.' },
  { level: 'completion', label: 'Guide me', detail: 'Most commands are given; the deciding ones are yours.' },
  { level: 'independent', label: 'Let me', detail: 'The goals and nothing else. Hints stay at hand.' },
];

export function stepIndex(scenario: Scenario, answers: Answers): number {
  return Math.max(
    0,
    scenario.steps.findIndex(({ id }) => id === answers[STEP]),
  );
}

export function atStep(step: Step): Answers {
  return { [STEP]: step.id };
}

export function supportOf(answers: Answers): SupportLevel {
  const chosen = SUPPORTS.find(({ level }) => level === answers[SUPPORT]);
  return chosen?.level ?? 'completion';
}

export function withSupport(level: string): Answers {
  return { [SUPPORT]: level };
}

/** How many moves of a step's solution have been played. */
export function playedOf(answers: Answers, step: string): number {
  const count = Number(answers[answerName.played(step)] ?? 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
}
