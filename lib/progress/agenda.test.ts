import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../quiz';
import { byConcept, byDomain, byProblem, drillItems, dueItems, freshItems, pastItems } from './agenda';
import { examItems, examReport, satExam } from './exam';
import { NO_PROGRESS, withAnswer } from './progress';
import type { Confidence } from './schema';
import { newSitting, readSitting } from './sitting';

const NOW = Date.UTC(2026, 10, 22, 9);
const HOUR = 3_600_000;
const entry = (id: string, domain: string, concept = 'alias') => ({
  id,
  type: 'single' as const,
  about: `About ${id}`,
  concepts: [concept],
  exam: [{ code: 'SCS-C03', domain }],
  problem: 'locked-out-key' as const,
});
const catalogue: Catalogue = {
  items: [
    entry('a', 'detection'),
    entry('b', 'Detection'),
    entry('c', 'Data Protection', 'grant'),
    { ...entry('d', 'Data Protection'), type: 'order' },
    entry('e', 'Data Protection'),
  ],
  concepts: [
    { id: 'grant', title: 'Grant', short: 'A permit.' },
    { id: 'alias', title: 'Alias', short: 'A name.' },
    { id: 'quota', title: 'Quota', short: 'A limit.' },
  ],
  exams: [
    {
      code: 'SCS-C03',
      title: 'Security, Specialty',
      note: 'So.',
      questions: 65,
      minutes: 170,
      forms: ['single', 'multiple'],
      domains: [
        { title: 'Detection', weight: 20 },
        { title: 'Data Protection', weight: 80 },
      ],
      checked: '2026-11-20',
    },
  ],
  scenarios: [],
};
const answered = (...list: (readonly [string, boolean, Confidence, number])[]) =>
  list.reduce(
    (progress, [id, right, confidence, hours]) =>
      withAnswer(
        progress,
        id,
        { right, answer: { chosen: [], matched: {}, confidence } },
        NOW + hours * HOUR,
      ),
    NO_PROGRESS,
  );
const progress = answered(['a', false, 'guess', -3], ['b', false, 'sure', -2], ['c', true, 'think', -1]);

describe('what was never asked', () => {
  it('comes in the order of the concepts', () => {
    expect(freshItems(catalogue, NO_PROGRESS)).toEqual(['c', 'a', 'b', 'd', 'e']);
    expect(freshItems(catalogue, progress)).toEqual(['d', 'e']);
  });
});

describe('what to ask', () => {
  it('today: sure and wrong first, then what has waited longest; not what is due later', () => {
    expect(dueItems(catalogue.items, progress, NOW)).toEqual(['b', 'a']);
    expect(dueItems(catalogue.items, progress, NOW + 24 * HOUR)).toEqual(['b', 'a', 'c']);
  });

  it('in a drill: wrong ones, then new ones, then known ones', () => {
    expect(drillItems(catalogue.items, progress, NOW)).toEqual(['b', 'a', 'd', 'e', 'c']);
  });

  it('in a review: sure and wrong, wrong, then right', () => {
    expect(pastItems(catalogue.items, progress)).toEqual(['b', 'a', 'c']);
  });

  it('is told by concept, domain and problem class', () => {
    const told = ({ title, of, seen, right }: { title: string; of: number; seen: number; right: number }) =>
      `${title} ${right}/${seen}/${of}`;
    expect(byConcept(catalogue, progress).map(told)).toEqual(['Grant 1/1/1', 'Alias 0/2/4']);
    expect(byDomain(catalogue, 'SCS-C03', progress).map(told)).toEqual([
      'Detection 0/2/2',
      'Data Protection 1/1/3',
    ]);
    expect(byProblem(catalogue, [{ id: 'locked-out-key', title: 'Locked out' }], progress).map(told)).toEqual(
      ['Locked out 1/3/5'],
    );
  });
});

describe('an exam', () => {
  const inOrder = () => 0.999;

  it('draws by the weights of its domains, in its forms, as far as there are items', () => {
    expect([...examItems(catalogue, 'SCS-C03', 3, inOrder)].sort()).toEqual(['a', 'c', 'e']);
    expect(examItems(catalogue, 'SCS-C03', 65, inOrder)).toHaveLength(4);
    expect(examItems(catalogue, 'SAP-C02', 5, inOrder)).toEqual([]);
  });

  it('is reported by domain and concept, with an interval and without a scaled score', () => {
    const sitting = {
      ...newSitting(['a', 'c', 'e'], NOW, { code: 'SCS-C03', flags: ['c'], endedMs: NOW + HOUR }),
      given: ['a', 'c'],
    };
    const report = examReport(catalogue, sitting, { a: true, c: false });
    expect(report).toEqual({
      code: 'SCS-C03',
      title: 'Security, Specialty',
      right: 1,
      of: 3,
      blank: 1,
      tookMs: HOUR,
      percent: 33,
      from: 6,
      to: 79,
      domains: [
        { id: 'Detection', title: 'Detection', of: 1, seen: 1, right: 1 },
        { id: 'Data Protection', title: 'Data Protection', of: 2, seen: 1, right: 0 },
      ],
      concepts: [
        { id: 'Grant', title: 'Grant', of: 1, seen: 1, right: 0 },
        { id: 'Alias', title: 'Alias', of: 2, seen: 1, right: 1 },
      ],
      items: [
        { id: 'a', about: 'About a', right: true, blank: false, flagged: false },
        { id: 'c', about: 'About c', right: false, blank: false, flagged: true },
        { id: 'e', about: 'About e', right: false, blank: true, flagged: false },
      ],
    });
    expect(satExam(report, NOW).domains).toEqual([
      { title: 'Detection', right: 1, of: 1 },
      { title: 'Data Protection', right: 0, of: 2 },
    ]);
  });

  it('in the middle is kept, and refused when it is damaged', () => {
    const sitting = newSitting(['a', 'b'], NOW, { code: 'SCS-C03', flags: [], minutes: 10 });
    expect(readSitting(JSON.parse(JSON.stringify(sitting)))).toEqual({ ok: true, value: sitting });
    expect(readSitting({ ...sitting, at: 3 })).toMatchObject({
      ok: false,
      problem: { expected: 'a place among the items' },
    });
  });
});
