import type { Catalogue, CatalogueEntry } from '../quiz';
import { dueItems } from './agenda';
import { examPool } from './exam';
import type { Progress } from './schema';

/** How the learner's device tells days. */
export interface Today {
  /** `2026-12-24`, as a moment's day. */
  readonly dayOf: (ms: number) => string;
  readonly nowMs: number;
  /** The last moment of today. */
  readonly untilMs: number;
}

/** What an exam's date asks of each day until then. */
export interface Plan {
  readonly code: string;
  readonly title: string;
  /** `2026-12-24` */
  readonly day: string;
  /** 0 on the day itself; negative when it is over. */
  readonly daysLeft: number;
  /** New questions that are still to be answered today. */
  readonly fresh: number;
  /** How many questions come back today, of the exam or not. */
  readonly back: number;
  /** Never answered, and all there are. */
  readonly unseen: number;
  readonly of: number;
  /** Today and the days after it, a week at most, and never the exam's own. */
  readonly days: readonly PlanDay[];
}

interface PlanDay {
  readonly day: string;
  readonly fresh: number;
  /** Those that come back as far as is known now; each new answer adds to them. */
  readonly back: number;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 7;
/** The last days before an exam bring nothing new, where there are enough days before them. */
const REVIEW_DAYS = 2;
const ENOUGH_DAYS = 5;

/** The plan for the exam that the learner has set a date for. */
export function plan(catalogue: Catalogue, progress: Progress, today: Today): Plan | undefined {
  const { code, day } = progress.examAhead ?? {};
  const exam = catalogue.exams.find((one) => one.code === code);
  if (!exam || day === undefined) return undefined;
  const pool = examPool(catalogue, exam.code);
  const start = today.dayOf(today.nowMs);
  const daysLeft = daysBetween(start, day);
  const unseen = pool.filter(({ id }) => !progress.quizzes[id]).length;
  const begunToday = pool.filter(({ id }) => isBegunOn(progress, id, start, today)).length;
  const share = sharesOf(unseen + begunToday, daysLeft);
  const days = share.slice(0, MOST_DAYS).map((fresh, at) => ({
    day: dayAfter(start, at),
    fresh: at === 0 ? Math.max(0, fresh - begunToday) : fresh,
    back: backOn(catalogue.items, progress, dayAfter(start, at), at === 0, today),
  }));
  const [first] = days;
  const { title } = exam;
  const rest = { fresh: first?.fresh ?? 0, back: first?.back ?? 0, unseen, of: pool.length, days };
  return { code: exam.code, title, day, daysLeft, ...rest };
}

/** What the plan asks today: what comes back, then the new ones. */
export function plannedItems(catalogue: Catalogue, progress: Progress, today: Today): readonly string[] {
  const asked = plan(catalogue, progress, today);
  if (!asked) return [];
  const pool = examPool(catalogue, asked.code);
  const fresh = pool.filter(({ id }) => !progress.quizzes[id]).slice(0, asked.fresh);
  return [...dueItems(catalogue.items, progress, today.untilMs), ...fresh.map(({ id }) => id)];
}

/** New questions for each day from today: as even as may be, the larger days first. */
function sharesOf(fresh: number, daysLeft: number): readonly number[] {
  if (daysLeft <= 0) return [];
  const open = daysLeft >= ENOUGH_DAYS ? daysLeft - REVIEW_DAYS : daysLeft;
  return Array.from({ length: daysLeft }, (_, at) =>
    at < open ? Math.floor(fresh / open) + (at < fresh % open ? 1 : 0) : 0,
  );
}

function isBegunOn({ quizzes }: Progress, id: string, day: string, { dayOf }: Today): boolean {
  const firstMs = quizzes[id]?.firstMs;
  return firstMs !== undefined && dayOf(firstMs) === day;
}

/** What has waited longer comes back today. */
function backOn(
  items: readonly CatalogueEntry[],
  progress: Progress,
  day: string,
  isToday: boolean,
  { dayOf, untilMs }: Today,
): number {
  if (isToday) return dueItems(items, progress, untilMs).length;
  return items.filter(({ id }) => {
    const dueMs = progress.quizzes[id]?.card.dueMs;
    return dueMs !== undefined && dayOf(dueMs) === day;
  }).length;
}

/** Days are counted in the calendar: where clocks are put forward one of them is shorter. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
