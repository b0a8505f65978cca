import * as z from 'zod';
import { fitted, type Read } from '../scenario';

const said = (message: string) => ({ error: message });
const moment = z.int(said('a moment in epoch milliseconds')).min(0, said('a moment in epoch milliseconds'));
const name = z.string(said('an id')).max(80, said('an id'));

const scenarioProgress = z.strictObject(
  { step: name, atMs: moment, doneAtMs: moment.optional() },
  said('how far a scenario has come'),
);

const quizProgress = z.strictObject(
  {
    right: z.int(said('a number of answers')).min(0),
    wrong: z.int(said('a number of answers')).min(0),
    lastRight: z.boolean(said('true or false')),
    /** Wrong, and the learner was sure: such an item comes back first. */
    sureAndWrong: z.boolean(said('true or false')),
    atMs: moment,
  },
  said('how an item was answered'),
);

const MOST = 5_000;
const bounded = <S extends z.ZodType>(member: S) =>
  z
    .record(name, member, said('entries by id'))
    .refine(
      (entries) => Object.keys(entries).length <= MOST,
      said(`at most ${MOST.toLocaleString('en-US')} entries`),
    );

const progress = z.strictObject(
  {
    kmsLabProgress: z.literal(1, said('version 1')),
    scenarios: bounded(scenarioProgress),
    quizzes: bounded(quizProgress),
  },
  said('progress and nothing beside it'),
);

/** What a learner has done, on this device. Moments are those of the wall clock. */
export type Progress = z.infer<typeof progress>;
export type ScenarioProgress = z.infer<typeof scenarioProgress>;
export type QuizProgress = z.infer<typeof quizProgress>;

export const NO_PROGRESS: Progress = { kmsLabProgress: 1, scenarios: {}, quizzes: {} };

export function withStep(before: Progress, scenario: string, step: string, atMs: number): Progress {
  const { doneAtMs } = before.scenarios[scenario] ?? {};
  return { ...before, scenarios: { ...before.scenarios, [scenario]: { step, atMs, doneAtMs } } };
}

/** The first time counts. */
export function withScenarioDone(before: Progress, scenario: string, step: string, atMs: number): Progress {
  const doneAtMs = before.scenarios[scenario]?.doneAtMs ?? atMs;
  return { ...before, scenarios: { ...before.scenarios, [scenario]: { step, atMs, doneAtMs } } };
}

export interface GivenAnswer {
  readonly right: boolean;
  readonly confidence?: 'guess' | 'think' | 'sure' | undefined;
}

export function withAnswer(before: Progress, item: string, answer: GivenAnswer, atMs: number): Progress {
  const held = before.quizzes[item] ?? { right: 0, wrong: 0 };
  const next = {
    right: held.right + (answer.right ? 1 : 0),
    wrong: held.wrong + (answer.right ? 0 : 1),
    lastRight: answer.right,
    sureAndWrong: !answer.right && answer.confidence === 'sure',
    atMs,
  };
  return { ...before, quizzes: { ...before.quizzes, [item]: next } };
}

/** What to ask again, first first: sure and wrong, then wrong, each the longest ago first. */
export function toReview({ quizzes }: Progress): readonly string[] {
  return Object.entries(quizzes)
    .filter(([, { lastRight }]) => !lastRight)
    .sort(([, a], [, b]) => Number(b.sureAndWrong) - Number(a.sureAndWrong) || a.atMs - b.atMs)
    .map(([id]) => id);
}

export function writeProgress(of: Progress): string {
  return JSON.stringify(of);
}

/** Reads what was kept or brought back from a file. */
export function readProgress(text: string): Read<Progress> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      ok: false,
      problem: { part: 'progress', expected: 'JSON text', found: 'text that is not JSON' },
    };
  }
  return fitted('progress', value, progress);
}
