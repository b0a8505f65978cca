import type { Catalogue, ProblemClass } from '../quiz';
import {
  byConcept,
  byDomain,
  byProblem,
  dueItems,
  freshItems,
  type GroupProgress,
  pastItems,
} from './agenda';
import { examPool } from './exam';
import { type Plan, plan, type Today } from './plan';
import { isSureAndWrong } from './progress';
import type { ExamSat, Progress } from './schema';

/** The place where one chooses what to be asked. */
export interface Hall {
  readonly items: number;
  readonly due: { readonly count: number; readonly note: string };
  /** How many were never asked. */
  readonly fresh: number;
  readonly past: { readonly count: number; readonly sure: number };
  readonly concepts: readonly GroupProgress[];
  readonly problems: readonly GroupProgress[];
  readonly exams: readonly {
    readonly code: string;
    readonly title: string;
    readonly available: number;
    readonly domains: readonly GroupProgress[];
    readonly last?: ExamSat;
  }[];
  /** Where the learner has set the date of an exam. */
  readonly plan?: Plan | undefined;
}

const PROBLEM_TITLES: Readonly<Record<ProblemClass, string>> = {
  'replicated-but-unreadable': 'Replicated but unreadable',
  'locked-out-key': 'Locked-out key',
  'throttling-and-bill': 'Throttling and the bill',
  'half-a-handshake': 'Half a handshake across accounts',
  'context-and-audit-gap': 'Context and audit gap',
  'rotated-not-rewrapped': 'Rotated, not re-wrapped',
};

/** @param today absent until the device was asked: then nothing is due, and no plan is known */
export function hall(catalogue: Catalogue, progress: Progress, today?: Today): Hall {
  const { items } = catalogue;
  const due = dueItems(items, progress, today?.untilMs ?? 0);
  const sure = (ids: readonly string[]) =>
    ids.filter((id) => progress.quizzes[id] && isSureAndWrong(progress.quizzes[id])).length;
  const past = pastItems(items, progress);
  const problems = Object.entries(PROBLEM_TITLES).map(([id, title]) => ({ id, title }));
  return {
    items: items.length,
    due: { count: due.length, note: dueNote(due.length, sure(due)) },
    fresh: freshItems(catalogue, progress).length,
    past: { count: past.length, sure: sure(past) },
    concepts: byConcept(catalogue, progress),
    problems: byProblem(catalogue, problems, progress),
    exams: catalogue.exams.map(({ code, title }) => ({
      code,
      title,
      available: examPool(catalogue, code).length,
      domains: byDomain(catalogue, code, progress),
      last: progress.exams.findLast((sat) => sat.code === code),
    })),
    plan: today && plan(catalogue, progress, today),
  };
}

const SECONDS_EACH = 45;

/** `about 7 minutes, 2 you were sure of and got wrong` */
function dueNote(count: number, sure: number): string {
  if (count === 0) return 'nothing is due today';
  const minutes = Math.max(1, Math.round((count * SECONDS_EACH) / 60));
  const about = `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return sure > 0 ? `${about}, ${sure} you were sure of and got wrong` : about;
}
