import { shuffled } from '../base';
import type { Catalogue, CatalogueEntry } from '../quiz';
import { type GroupProgress, isOfDomain } from './agenda';
import type { ExamSat } from './schema';
import type { Sitting } from './sitting';

/** Items an exam may ask: of its domains, in its forms. A prediction and a hotspot are answered by choosing. */
export function examPool({ items, exams }: Catalogue, code: string): readonly CatalogueEntry[] {
  const exam = exams.find((one) => one.code === code);
  const forms = ['predict', 'hotspot', ...(exam?.forms ?? [])];
  return items.filter((item) => item.exam.some((one) => one.code === code) && forms.includes(item.type));
}

/**
 * Draws items so that the domains have their shares, as far as there are items.
 * @param chance numbers from 0 up to 1
 */
export function examItems(
  catalogue: Catalogue,
  code: string,
  count: number,
  chance: () => number,
): readonly string[] {
  const domains = catalogue.exams.find((one) => one.code === code)?.domains ?? [];
  const pool = shuffled(examPool(catalogue, code), chance);
  const drawn = new Set<string>();
  // One after the other to the domain that is furthest behind its share.
  const open = domains.map(({ title, weight }) => ({
    weight,
    got: 0,
    left: pool.filter((item) => isOfDomain(item, code, title)),
  }));
  while (drawn.size < count) {
    for (const domain of open) domain.left = domain.left.filter(({ id }) => !drawn.has(id));
    const [next] = open
      .filter(({ left }) => left.length > 0)
      .sort((a, b) => (a.got + 1) / a.weight - (b.got + 1) / b.weight);
    const item = next?.left[0];
    if (!next || !item) break;
    next.got += 1;
    drawn.add(item.id);
  }
  return shuffled([...drawn], chance);
}

export interface ExamReport {
  readonly code: string;
  readonly title: string;
  readonly right: number;
  readonly of: number;
  readonly blank: number;
  readonly tookMs: number;
  /** Share of right ones in percent, and between what and what it lies with 95 % certainty. */
  readonly percent: number;
  readonly from: number;
  readonly to: number;
  readonly domains: readonly GroupProgress[];
  readonly concepts: readonly GroupProgress[];
  readonly items: readonly ReportItem[];
}

interface ReportItem {
  readonly id: string;
  readonly about: string;
  readonly right: boolean;
  readonly blank: boolean;
  readonly flagged: boolean;
}

/** @param right by id; a blank is wrong */
export function examReport(
  catalogue: Catalogue,
  { items, given, exam, beganMs }: Sitting,
  right: Readonly<Record<string, boolean>>,
): ExamReport {
  const code = exam?.code ?? '';
  const entries = items.flatMap((id) => catalogue.items.filter((item) => item.id === id));
  const wins = entries.filter(({ id }) => right[id]).length;
  const [from, to] = interval(wins, entries.length);
  const found = catalogue.exams.find((one) => one.code === code);
  const share = (title: string, own: readonly CatalogueEntry[]): GroupProgress[] => {
    const seen = own.filter(({ id }) => given.includes(id)).length;
    const won = own.filter(({ id }) => right[id]).length;
    return own.length > 0 ? [{ id: title, title, of: own.length, seen, right: won }] : [];
  };
  return {
    code,
    title: found?.title ?? code,
    right: wins,
    of: entries.length,
    blank: entries.filter(({ id }) => !given.includes(id)).length,
    tookMs: Math.max(0, (exam?.endedMs ?? beganMs) - beganMs),
    percent: percentOf(wins, entries.length),
    from,
    to,
    domains: (found?.domains ?? []).flatMap(({ title }) =>
      share(
        title,
        entries.filter((entry) => isOfDomain(entry, code, title)),
      ),
    ),
    concepts: catalogue.concepts.flatMap(({ id, title }) =>
      share(
        title,
        entries.filter(({ concepts }) => concepts[0] === id),
      ),
    ),
    items: entries.map(({ id, about }) => ({
      id,
      about,
      right: right[id] ?? false,
      blank: !given.includes(id),
      flagged: exam?.flags.includes(id) ?? false,
    })),
  };
}

export function satExam({ code, right, of, tookMs, domains }: ExamReport, atMs: number): ExamSat {
  const shares = domains.map((one) => ({ title: one.title, right: one.right, of: one.of }));
  return { code, atMs, tookMs, right, of, domains: shares };
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}

/** Wilson's interval at 95 %, in percent: few questions say little. */
function interval(right: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 100];
  const z = 1.96;
  const share = right / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [
    percentOf(Math.max(0, middle - half) / scale, 1),
    percentOf(Math.min(scale, middle + half) / scale, 1),
  ];
}
