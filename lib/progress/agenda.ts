import type { Catalogue, CatalogueEntry } from '../quiz';
import { isSureAndWrong } from './progress';
import type { Progress, QuizProgress } from './schema';

/** What is due until a moment, first first: sure and wrong, then what has waited longest. */
export function dueItems(
  items: readonly CatalogueEntry[],
  { quizzes }: Progress,
  untilMs: number,
): readonly string[] {
  return answered(items, quizzes)
    .filter(({ held }) => held.card.dueMs <= untilMs)
    .sort((a, b) => sureFirst(a.held, b.held) || a.held.card.dueMs - b.held.card.dueMs)
    .map(({ id }) => id);
}

/** Every item that was answered, for looking again: sure and wrong, then wrong, then the rest; newest first. */
export function pastItems(items: readonly CatalogueEntry[], { quizzes }: Progress): readonly string[] {
  return answered(items, quizzes)
    .sort(
      (a, b) =>
        sureFirst(a.held, b.held) ||
        Number(a.held.lastRight) - Number(b.held.lastRight) ||
        b.held.atMs - a.held.atMs,
    )
    .map(({ id }) => id);
}

/** A drill: what was wrong or is due, then what was never asked, then what is known. */
export function drillItems(
  items: readonly CatalogueEntry[],
  { quizzes }: Progress,
  nowMs: number,
): readonly string[] {
  const rank = (held: QuizProgress | undefined) => {
    if (!held) return 2;
    if (isSureAndWrong(held)) return 0;
    return !held.lastRight || held.card.dueMs <= nowMs ? 1 : 3;
  };
  return items
    .map(({ id }, at) => ({ id, at, rank: rank(quizzes[id]), dueMs: quizzes[id]?.card.dueMs ?? 0 }))
    .sort((a, b) => a.rank - b.rank || a.dueMs - b.dueMs || a.at - b.at)
    .map(({ id }) => id);
}

/** What was never asked, in the order in which the concepts are learned. */
export function freshItems({ items, concepts }: Catalogue, { quizzes }: Progress): readonly string[] {
  const place = new Map(concepts.map(({ id }, at) => [id, at]));
  const placeOf = ({ concepts: [first = ''] }: CatalogueEntry) => place.get(first) ?? concepts.length;
  return items
    .filter(({ id }) => !quizzes[id])
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ id }) => id);
}

function answered(items: readonly CatalogueEntry[], quizzes: Progress['quizzes']) {
  return items.flatMap(({ id }) => {
    const held = quizzes[id];
    return held ? [{ id, held }] : [];
  });
}

function sureFirst(a: QuizProgress, b: QuizProgress): number {
  return Number(isSureAndWrong(b)) - Number(isSureAndWrong(a));
}

/** How far a group of items is known. */
export interface GroupProgress {
  readonly id: string;
  readonly title: string;
  readonly of: number;
  /** Answered at least once. */
  readonly seen: number;
  /** Right when they were last answered. */
  readonly right: number;
}

/** By each item's first concept, in the order of the concepts. Groups without items are left out. */
export function byConcept({ items, concepts }: Catalogue, progress: Progress): readonly GroupProgress[] {
  return groups(concepts, progress, ({ id }) => items.filter((item) => item.concepts[0] === id));
}

export function byProblem(
  { items }: Catalogue,
  problems: readonly { readonly id: string; readonly title: string }[],
  progress: Progress,
): readonly GroupProgress[] {
  return groups(problems, progress, ({ id }) => items.filter(({ problem }) => problem === id));
}

/** By the domains of an exam. */
export function byDomain(
  { items, exams }: Catalogue,
  code: string,
  progress: Progress,
): readonly GroupProgress[] {
  const domains = exams.find((exam) => exam.code === code)?.domains ?? [];
  const named = domains.map(({ title }) => ({ id: title, title }));
  return groups(named, progress, ({ title }) => items.filter((item) => isOfDomain(item, code, title)));
}

export function isOfDomain({ exam }: CatalogueEntry, code: string, title: string): boolean {
  return exam.some((one) => one.code === code && one.domain.toLowerCase() === title.toLowerCase());
}

function groups(
  named: readonly { readonly id: string; readonly title: string }[],
  { quizzes }: Progress,
  itemsOf: (group: { id: string; title: string }) => readonly CatalogueEntry[],
): readonly GroupProgress[] {
  return named.flatMap(({ id, title }) => {
    const held = itemsOf({ id, title }).map((item) => quizzes[item.id]);
    const seen = held.filter((one) => one !== undefined);
    const right = seen.filter(({ lastRight }) => lastRight).length;
    return held.length > 0 ? [{ id, title, of: held.length, seen: seen.length, right }] : [];
  });
}
