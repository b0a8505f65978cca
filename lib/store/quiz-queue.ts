import { quizCatalogue, quizData } from '../platform';
import {
  drillItems,
  dueItems,
  freshItems,
  NO_PROGRESS,
  type Progress,
  pastItems,
  plannedItems,
  type Today,
} from '../progress';
import type { Catalogue, CatalogueEntry } from '../quiz';
import type { DrillSource } from './quiz';

/** What a drill asks: one of these, as the address names it. */
export interface DrillQuery {
  readonly by: 'due' | 'fresh' | 'plan' | 'review' | 'concept' | 'exam' | 'domain' | 'problem' | 'item';
  /** Of a concept, an exam, a problem class or an item. For a domain `SCS-C03 Detection`. */
  readonly id: string;
}

const MOST_ASKED = 10;
const MOST: Partial<Record<DrillQuery['by'], number>> = { due: 30, plan: 40, review: 50 };

/** `?concept=alias`; without anything, what is due. */
export function drillQuery(params: URLSearchParams): DrillQuery {
  for (const by of ['concept', 'exam', 'domain', 'problem', 'item'] as const) {
    const id = params.get(by);
    if (id) return { by, id };
  }
  const by = (['review', 'plan', 'fresh'] as const).find((one) => params.has(one)) ?? 'due';
  return { by, id: '' };
}

export function drillSource({ by, id }: DrillQuery): DrillSource {
  ahead(by === 'item' ? [id] : []);
  return {
    place: `drill ${by} ${id}`.trim(),
    queue: async (progress = NO_PROGRESS) =>
      queueOf(await quizCatalogue(), { by, id }, progress).slice(0, MOST[by] ?? MOST_ASKED),
    load: quizData,
    showsPast: by === 'review',
  };
}

/** Fetches what will be wanted while the device is still being asked; a failure is told where it is waited for. */
function ahead(ids: readonly string[]): void {
  for (const fetched of [quizCatalogue(), quizData(ids)]) fetched.catch(() => {});
}

/** The questions at the end of a lab. What was answered stays answered. */
export function labDrill(data: readonly unknown[]): DrillSource {
  const ids = data.map((item) => String((item as { id?: unknown }).id));
  const byId = new Map(data.map((item, at) => [ids[at], item]));
  return {
    place: `lab ${ids.join(' ')}`,
    queue: async () => ids,
    load: async (wanted) => wanted.map((id) => byId.get(id)),
    staysOver: true,
  };
}

function queueOf(catalogue: Catalogue, query: DrillQuery, progress: Progress): readonly string[] {
  const { items } = catalogue;
  if (query.by === 'due') return dueItems(items, progress, today().untilMs);
  if (query.by === 'plan') return plannedItems(catalogue, progress, today());
  if (query.by === 'fresh') return freshItems(catalogue, progress);
  if (query.by === 'review') return pastItems(items, progress);
  return drillItems(items.filter(isAsked(query)), progress, Date.now());
}

function isAsked({ by, id }: DrillQuery): (item: CatalogueEntry) => boolean {
  switch (by) {
    case 'concept':
      return ({ concepts }) => concepts.includes(id);
    case 'exam':
      return ({ exam }) => exam.some(({ code }) => code === id);
    case 'domain':
      return ({ exam }) =>
        exam.some(({ code, domain }) => `${code} ${domain}`.toLowerCase() === id.toLowerCase());
    case 'problem':
      return ({ problem }) => problem === id;
    default:
      return (item) => item.id === id;
  }
}

/** As this device tells it. */
export function today(): Today {
  const end = new Date();
  end.setHours(23, 59, 59, 999);
  return { dayOf, nowMs: Date.now(), untilMs: end.getTime() };
}

function dayOf(ms: number): string {
  const at = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
