import type { Answer } from '../quiz';
import { fitted, type Read } from '../reading';
import { scheduled } from './schedule';
import {
  type ExamSat,
  MOST_EXAMS,
  type Progress,
  type Progress1,
  progressSchema,
  progressSchema1,
  type QuizProgress,
} from './schema';

export const NO_PROGRESS: Progress = { kmsLabProgress: 2, scenarios: {}, quizzes: {}, exams: [] };

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
  readonly answer: Answer;
}

/** Counts an answer and says when the item is asked again. */
export function withAnswer(before: Progress, item: string, given: GivenAnswer, atMs: number): Progress {
  const held = before.quizzes[item];
  const { right, answer } = given;
  const { chosen, matched, confidence } = answer;
  const next: QuizProgress = {
    right: (held?.right ?? 0) + (right ? 1 : 0),
    wrong: (held?.wrong ?? 0) + (right ? 0 : 1),
    lastRight: right,
    answer: { chosen: [...chosen], matched: { ...matched }, confidence },
    confidence,
    firstMs: held ? held.firstMs : atMs,
    atMs,
    card: scheduled(held?.card, right, confidence, atMs),
  };
  return { ...before, quizzes: { ...before.quizzes, [item]: next } };
}

/** The oldest give way. */
export function withExam(before: Progress, sat: ExamSat): Progress {
  return { ...before, exams: [...before.exams, sat].slice(-MOST_EXAMS) };
}

/** @param day of an exam, as `2026-12-24`; without one it is taken back */
export function withExamAhead(
  before: Progress,
  code: string,
  day: string | undefined,
  atMs: number,
): Progress {
  return { ...before, examAhead: { code, day, atMs } };
}

/** Wrong, and the learner was sure: such an item comes back first. */
export function isSureAndWrong({ lastRight, confidence }: QuizProgress): boolean {
  return !lastRight && confidence === 'sure';
}

export function writeProgress(of: Progress): string {
  return JSON.stringify(of);
}

/** Reads what was kept or brought back from a file, of this version or an older one. */
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
  if ((value as { kmsLabProgress?: unknown } | null)?.kmsLabProgress !== 1)
    return fitted('progress', value, progressSchema);
  const old = fitted('progress', value, progressSchema1);
  return old.ok ? { ok: true, value: fromFirst(old.value) } : old;
}

/** The first version kept no schedule: one answer is taken for all that were given. */
function fromFirst({ scenarios, quizzes }: Progress1): Progress {
  const entries = Object.entries(quizzes).map(([id, old]): [string, QuizProgress] => {
    const { right, wrong, lastRight, sureAndWrong, atMs } = old;
    const confidence = sureAndWrong ? 'sure' : undefined;
    return [
      id,
      { right, wrong, lastRight, confidence, atMs, card: scheduled(undefined, lastRight, confidence, atMs) },
    ];
  });
  return { ...NO_PROGRESS, scenarios, quizzes: Object.fromEntries(entries) };
}
