import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '../run';
import {
  NO_PROGRESS,
  readProgress,
  toReview,
  withAnswer,
  withScenarioDone,
  withStep,
  writeProgress,
} from './progress';

describe('progress', () => {
  it('keeps the step a scenario is at, and when it was first done', () => {
    let progress = withStep(NO_PROGRESS, 'story', 'two', 10);
    progress = withScenarioDone(progress, 'story', 'end', 20);
    progress = withStep(progress, 'story', 'one', 30);
    progress = withScenarioDone(progress, 'story', 'end', 40);
    expect(progress.scenarios).toEqual({ story: { step: 'end', atMs: 40, doneAtMs: 20 } });
  });

  it('counts answers, and asks again what was wrong: confident errors first', () => {
    let progress = withAnswer(NO_PROGRESS, 'a', { right: false, confidence: 'guess' }, 1);
    progress = withAnswer(progress, 'b', { right: false, confidence: 'sure' }, 2);
    progress = withAnswer(progress, 'c', { right: false, confidence: 'sure' }, 3);
    progress = withAnswer(progress, 'd', { right: true, confidence: 'sure' }, 4);
    expect(toReview(progress)).toEqual(['b', 'c', 'a']);
    progress = withAnswer(progress, 'b', { right: true }, 5);
    expect(toReview(progress)).toEqual(['c', 'a']);
    expect(progress.quizzes.b).toEqual({ right: 1, wrong: 1, lastRight: true, sureAndWrong: false, atMs: 5 });
  });

  it('comes back as it was written', () => {
    const progress = withAnswer(withStep(NO_PROGRESS, 's', 'one', 1), 'a', { right: true }, 2);
    expect(readProgress(writeProgress(progress))).toEqual({ ok: true, value: progress });
  });

  it('that is damaged is refused with what was expected and found', () => {
    const said = (text: string) => {
      const read = readProgress(text);
      return read.ok ? 'none' : problemSentence(read.problem);
    };
    expect(said('{')).toBe('The progress cannot be read: expected JSON text, found text that is not JSON.');
    expect(said('{"kmsLabProgress":2}')).toBe(
      'The progress, kmsLabProgress cannot be read: expected version 1, found 2.',
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
