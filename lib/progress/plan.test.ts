import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../quiz';
import { merged } from './merge';
import { plan, plannedItems, type Today } from './plan';
import { NO_PROGRESS, readProgress, withAnswer, withExamAhead, writeProgress } from './progress';
import type { Progress } from './schema';

const NOW = Date.UTC(2026, 10, 22, 9);
const DAY = 86_400_000;
const today: Today = {
  dayOf: (ms) => new Date(ms).toISOString().slice(0, 10),
  nowMs: NOW,
  untilMs: Date.UTC(2026, 10, 22, 23, 59, 59),
};
const entry = (id: string, code = 'SCS-C03') => ({
  id,
  type: 'single' as const,
  about: id,
  concepts: ['alias'],
  exam: [{ code, domain: 'Detection' }],
});
const catalogue: Catalogue = {
  items: [...'abcdefg'.split('').map((id) => entry(id)), entry('other', 'SAA-C03')],
  concepts: [],
  exams: [
    {
      code: 'SCS-C03',
      title: 'Security, Specialty',
      note: '',
      questions: 65,
      minutes: 170,
      forms: ['single'],
      domains: [{ title: 'Detection', weight: 100 }],
      checked: '2026-11-20',
    },
  ],
  scenarios: [],
};
const answered = (before: Progress, id: string, right: boolean, atMs: number) =>
  withAnswer(before, id, { right, answer: { chosen: [], matched: {}, confidence: 'think' } }, atMs);
const ahead = (day: string | undefined, before = NO_PROGRESS) => withExamAhead(before, 'SCS-C03', day, NOW);
const days = (progress: Progress) =>
  plan(catalogue, progress, today)?.days.map(({ day, fresh, back }) => `${day.slice(8)}: ${fresh}+${back}`);

describe('the plan for an exam', () => {
  it('is none without a date, and none once the date was taken back', () => {
    expect(plan(catalogue, NO_PROGRESS, today)).toBeUndefined();
    expect(plan(catalogue, ahead(undefined, ahead('2026-12-01')), today)).toBeUndefined();
  });

  it('spreads what is new over the days, the last two left for what comes back', () => {
    expect(days(ahead('2026-11-27'))).toEqual(['22: 3+0', '23: 2+0', '24: 2+0', '25: 0+0', '26: 0+0']);
    expect(days(ahead('2026-11-24'))).toEqual(['22: 4+0', '23: 3+0']);
    expect(days(ahead('2027-11-24'))?.length).toBe(7);
  });

  it('takes what was begun today off today, and knows what comes back when', () => {
    const before = answered(NO_PROGRESS, 'a', true, NOW - 3 * DAY);
    const progress = answered(ahead('2026-11-27', before), 'b', true, NOW);
    expect(days(progress)).toEqual(['22: 1+1', '23: 2+1', '24: 2+0', '25: 0+0', '26: 0+0']);
    expect(plan(catalogue, progress, today)).toMatchObject({
      daysLeft: 5,
      fresh: 1,
      back: 1,
      unseen: 5,
      of: 7,
    });
    expect(plannedItems(catalogue, progress, today)).toEqual(['a', 'c']);
  });

  it('asks nothing new on the day of the exam and after it', () => {
    expect(plan(catalogue, ahead('2026-11-22'), today)).toMatchObject({ daysLeft: 0, fresh: 0, days: [] });
    expect(plan(catalogue, ahead('2026-11-20'), today)?.daysLeft).toBe(-2);
  });

  it('goes out and comes back with progress; of two devices the later word counts', () => {
    const mine = ahead('2026-11-27');
    expect(readProgress(writeProgress(mine))).toEqual({ ok: true, value: mine });
    const theirs = withExamAhead(NO_PROGRESS, 'SAP-C02', undefined, NOW + 1);
    expect(merged(mine, theirs).examAhead).toEqual(theirs.examAhead);
    expect(merged(theirs, mine).examAhead).toEqual(theirs.examAhead);
    expect(merged(NO_PROGRESS, mine).examAhead).toEqual(mine.examAhead);
  });
});
