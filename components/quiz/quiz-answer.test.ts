import { describe, expect, it } from 'vitest';
import type { QuizItemView } from '../../lib/views';
import { choose, firstAnswer, match, missing, noAnswer, reorder } from './quiz-answer';

const item = (more: Partial<QuizItemView>): QuizItemView => ({
  id: 'q',
  type: 'single',
  stem: 'Does Decrypt succeed?',
  choose: 1,
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
  targets: [],
  asksConfidence: false,
  ...more,
});

describe('answering a quiz item', () => {
  it('keeps one choice where one is asked for', () => {
    const single = item({});
    expect(choose(single, choose(single, noAnswer, 'a'), 'b').chosen).toEqual(['b']);
  });

  it('adds and takes back choices where several are asked for', () => {
    const several = item({ type: 'multiple', choose: 2 });
    const both = choose(several, choose(several, noAnswer, 'a'), 'c');
    expect([both.chosen, choose(several, both, 'a').chosen]).toEqual([['a', 'c'], ['c']]);
  });

  it('begins an order as the options stand and moves one thing at a time', () => {
    const first = firstAnswer(item({ type: 'order' }));
    expect(reorder(first, 'c', -1).chosen).toEqual(['a', 'c', 'b']);
    expect(reorder(first, 'a', 1).chosen).toEqual(['b', 'a', 'c']);
    expect([reorder(first, 'a', -1), reorder(first, 'c', 1), reorder(first, 'z', 1)]).toEqual([
      first,
      first,
      first,
    ]);
  });

  it('says what is missing, and nothing when nothing is', () => {
    const several = item({ type: 'multiple', choose: 2 });
    expect(missing(several, choose(several, noAnswer, 'a'))).toBe('Choose 2; 1 chosen.');
    const sure = item({ asksConfidence: true });
    expect(missing(sure, noAnswer)).toBe('Choose one.');
    expect(missing(sure, choose(sure, noAnswer, 'a'))).toBe('Say how sure you are.');
    expect(missing(sure, { ...choose(sure, noAnswer, 'a'), confidence: 'sure' })).toBeUndefined();
    const pairs = item({ type: 'match' });
    expect(missing(pairs, match(match(noAnswer, 'a', 'x'), 'b', 'y'))).toBe('Match one more.');
    expect(missing(item({ type: 'order' }), firstAnswer(item({ type: 'order' })))).toBeUndefined();
  });
});
