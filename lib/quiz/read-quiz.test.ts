import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { MATCHING, PREDICTION, quizItem, quizItemText } from './quiz-items.testkit';
import { readQuizItem, toQuizItem } from './read-quiz';
import { quizJsonSchema } from './schema';

const complaint = (change: object) => {
  const read = readQuizItem(quizItemText(change));
  return read.ok ? 'none' : problemSentence(read.problem);
};

describe('a quiz item file', () => {
  it('is read in every type', () => {
    for (const change of [
      {},
      PREDICTION,
      MATCHING,
      { type: 'hotspot' },
      { type: 'order', key: ['c', 'b', 'a'] },
    ]) {
      expect(complaint(change)).toBe('none');
    }
    expect(toQuizItem(quizItem())).toEqual({ ok: true, value: quizItem() });
  });

  it.each([
    [{ key: ['d'] }, 'key cannot be read: expected ids of options (a, b, c), found a list of 1.'],
    [{ key: ['a', 'b'] }, 'key cannot be read: expected 1 id, found a list of 2.'],
    [{ key: undefined }, 'key cannot be read: expected 1 id, found nothing.'],
    [
      { type: 'multiple', key: ['a', 'b'] },
      'choose cannot be read: expected how many to choose, found nothing.',
    ],
    [{ type: 'order' }, 'key cannot be read: expected 3 ids, found a list of 1.'],
    [
      { ...MATCHING, matches: { a: 'x' } },
      'matches cannot be read: expected one of x, y for each option, found an object with a.',
    ],
    [{ type: 'predict' }, 'options cannot be read: expected a condition for each option, found a list of 3.'],
    [
      { type: 'essay' },
      'type cannot be read: expected one of single, multiple, order, match, hotspot, predict, found "essay".',
    ],
    [{ colour: 'red' }, 'cannot be read: expected known members only, found colour.'],
  ])('with %j is refused', (change, sentence) => {
    expect(complaint(change)).toMatch(new RegExp(`^The quiz item,? ?${sentence.replace(/[().]/g, '\\$&')}$`));
  });

  it('never breaks the reader', () => {
    const good = JSON.parse(quizItemText()) as object;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good)), fc.jsonValue(), (name, value) => {
        expect(typeof toQuizItem({ ...good, [name]: value }).ok).toBe('boolean');
      }),
      { numRuns: 100 },
    );
  });

  it('has a JSON Schema for editors', () => {
    expect(quizJsonSchema()).toHaveProperty('properties.options');
  });
});
