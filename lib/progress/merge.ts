import { type ExamSat, MOST_EXAMS, type Progress, type QuizProgress, type ScenarioProgress } from './schema';

/** Progress of two devices, or of a file and this device. Bringing the same file back twice changes nothing. */
export function merged(mine: Progress, theirs: Progress): Progress {
  return {
    kmsLabProgress: 2,
    scenarios: byId(mine.scenarios, theirs.scenarios, laterScenario),
    quizzes: byId(mine.quizzes, theirs.quizzes, laterQuiz),
    exams: unionOf(mine.exams, theirs.exams),
    examAhead: oneOf(mine.examAhead, theirs.examAhead),
  };
}

function byId<T>(
  mine: Readonly<Record<string, T>>,
  theirs: Readonly<Record<string, T>>,
  both: (a: T, b: T) => T,
): Record<string, T> {
  const ids = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const [a, b] = [mine[id], theirs[id]];
      return [id, a !== undefined && b !== undefined ? both(a, b) : ((a ?? b) as T)];
    }),
  );
}

function laterScenario(a: ScenarioProgress, b: ScenarioProgress): ScenarioProgress {
  const doneAtMs = Math.min(a.doneAtMs ?? Number.POSITIVE_INFINITY, b.doneAtMs ?? Number.POSITIVE_INFINITY);
  return { ...later(a, b), doneAtMs: Number.isFinite(doneAtMs) ? doneAtMs : undefined };
}

/** Counts are not added up: both may hold the same answers. */
function laterQuiz(a: QuizProgress, b: QuizProgress): QuizProgress {
  const firstMs = a.firstMs && b.firstMs ? Math.min(a.firstMs, b.firstMs) : (a.firstMs ?? b.firstMs);
  return { ...later(a, b), firstMs, right: Math.max(a.right, b.right), wrong: Math.max(a.wrong, b.wrong) };
}

function oneOf<T extends { readonly atMs: number }>(a: T | undefined, b: T | undefined): T | undefined {
  return a && b ? later(a, b) : (a ?? b);
}

/** Of two of one moment, always the same one, whichever way round they are merged. */
function later<T extends { readonly atMs: number }>(a: T, b: T): T {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

function unionOf(mine: readonly ExamSat[], theirs: readonly ExamSat[]): ExamSat[] {
  const all = new Map([...mine, ...theirs].map((sat) => [`${sat.atMs} ${sat.code}`, sat]));
  return [...all]
    .sort(([a, x], [b, y]) => x.atMs - y.atMs || (a < b ? -1 : 1))
    .map(([, sat]) => sat)
    .slice(-MOST_EXAMS);
}
