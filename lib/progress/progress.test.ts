import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { merged } from './merge';
import {
  isSureAndWrong,
  NO_PROGRESS,
  readProgress,
  withAnswer,
  withExam,
  withScenarioDone,
  withStep,
  writeProgress,
} from './progress';
import { comesBack } from './schedule';
import type { Confidence, Progress } from './schema';

const given = (right: boolean, confidence?: Confidence) => ({
  right,
  answer: { chosen: ['a'], matched: {}, confidence },
});
const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 9);

describe('progress', () => {
  it('keeps the step a scenario is at, and when it was first done', () => {
    let progress = withStep(NO_PROGRESS, 'story', 'two', 10);
    progress = withScenarioDone(progress, 'story', 'end', 20);
    progress = withStep(progress, 'story', 'one', 30);
    progress = withScenarioDone(progress, 'story', 'end', 40);
    expect(progress.scenarios).toEqual({ story: { step: 'end', atMs: 40, doneAtMs: 20 } });
  });

  it('counts answers and remembers the last one', () => {
    let progress = withAnswer(NO_PROGRESS, 'a', given(false, 'sure'), NOW);
    expect(progress.quizzes.a && isSureAndWrong(progress.quizzes.a)).toBe(true);
    progress = withAnswer(progress, 'a', given(true), NOW + MINUTE);
    expect(progress.quizzes.a).toMatchObject({
      right: 1,
      wrong: 1,
      lastRight: true,
      answer: { chosen: ['a'], matched: {} },
      atMs: NOW + MINUTE,
    });
  });

  it.each([
    [false, 'sure', 10 * MINUTE, 'Comes back in 10 minutes, then tomorrow.'],
    [false, 'guess', 10 * MINUTE, 'Comes back in 10 minutes, then tomorrow.'],
    [true, 'think', DAY, 'Comes back tomorrow.'],
  ] as const)('schedules right: %s, %s', (right, confidence, ms, words) => {
    const { card } = withAnswer(NO_PROGRESS, 'a', given(right, confidence), NOW).quizzes.a ?? {};
    expect(card && [card.dueMs - NOW, comesBack(card)]).toEqual([ms, words]);
  });

  it('asks later the surer a right answer was, and later again when it was right again', () => {
    const due = (confidence: Confidence) => {
      let progress = withAnswer(NO_PROGRESS, 'a', given(true, confidence), NOW);
      const first = progress.quizzes.a?.card.dueMs ?? 0;
      progress = withAnswer(progress, 'a', given(true, confidence), first);
      return [first - NOW, (progress.quizzes.a?.card.dueMs ?? 0) - first];
    };
    const [guess, think, sure] = [due('guess'), due('think'), due('sure')] as [number[], number[], number[]];
    expect((guess[0] ?? 0) < (think[0] ?? 0) && (think[0] ?? 0) < (sure[0] ?? 0)).toBe(true);
    expect((think[1] ?? 0) > (think[0] ?? 0) && (sure[1] ?? 0) > (sure[0] ?? 0)).toBe(true);
  });

  it('comes back as it was written', () => {
    let progress = withAnswer(withStep(NO_PROGRESS, 's', 'one', 1), 'a', given(true, 'sure'), NOW);
    progress = withExam(progress, { code: 'SCS-C03', atMs: NOW, tookMs: 5, right: 1, of: 2, domains: [] });
    expect(readProgress(writeProgress(progress))).toEqual({ ok: true, value: progress });
  });

  it('of the first version is read, with a schedule from its last answers', () => {
    const old = { right: 1, wrong: 2, lastRight: false, sureAndWrong: true, atMs: NOW };
    const read = readProgress(
      JSON.stringify({
        kmsLabProgress: 1,
        scenarios: { s: { step: 'end', atMs: 1, doneAtMs: 1 } },
        quizzes: { a: old },
      }),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        kmsLabProgress: 2,
        scenarios: { s: { step: 'end', atMs: 1, doneAtMs: 1 } },
        quizzes: {
          a: { right: 1, wrong: 2, lastRight: false, confidence: 'sure', card: { dueMs: NOW + 10 * MINUTE } },
        },
      },
    });
  });

  it('that is damaged is refused with what was expected and found', () => {
    const said = (text: string) => {
      const read = readProgress(text);
      return read.ok ? 'none' : problemSentence(read.problem);
    };
    expect(said('{')).toBe('The progress cannot be read: expected JSON text, found text that is not JSON.');
    expect(said('{"kmsLabProgress":3}')).toBe(
      'The progress, kmsLabProgress cannot be read: expected version 2, found 3.',
    );
    expect(said('{"kmsLabProgress":1,"scenarios":{"a":{"step":"x","atMs":-1}},"quizzes":{}}')).toBe(
      'The progress, scenarios, a, atMs cannot be read: expected a moment in epoch milliseconds, found -1.',
    );
  });

  it('never breaks the reader', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof readProgress(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('progress of two devices', () => {
  const answers = fc.array(
    fc.record({
      item: fc.constantFrom('a', 'b', 'c'),
      right: fc.boolean(),
      confidence: fc.constantFrom('guess', 'think', 'sure' as const),
      atMs: fc.integer({ min: 0, max: 9 }).map((day) => NOW + day * DAY),
    }),
    { maxLength: 6 },
  );
  const progresses = answers.map((list) =>
    list.reduce(
      (progress: Progress, { item, right, confidence, atMs }) =>
        withStep(withAnswer(progress, item, given(right, confidence as Confidence), atMs), item, 'one', atMs),
      NO_PROGRESS,
    ),
  );

  it('is the same whichever way round, and the same file brought back twice changes nothing', () => {
    fc.assert(
      fc.property(progresses, progresses, (mine, theirs) => {
        const both = merged(mine, theirs);
        expect(merged(theirs, mine)).toEqual(both);
        expect(merged(both, theirs)).toEqual(both);
        expect(readProgress(writeProgress(both)).ok).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('takes the later answer, the first time a scenario was done and every exam once', () => {
    const exam = { code: 'SCS-C03', atMs: 7, tookMs: 5, right: 1, of: 2, domains: [] };
    const mine = withExam(
      withAnswer(withScenarioDone(NO_PROGRESS, 's', 'end', 9), 'a', given(true), NOW),
      exam,
    );
    const theirs = withExam(
      withAnswer(withScenarioDone(NO_PROGRESS, 's', 'end', 4), 'a', given(false, 'sure'), NOW + DAY),
      exam,
    );
    expect(merged(mine, theirs)).toMatchObject({
      scenarios: { s: { step: 'end', atMs: 9, doneAtMs: 4 } },
      quizzes: { a: { right: 1, wrong: 1, lastRight: false, confidence: 'sure' } },
      exams: [exam],
    });
  });
});
