import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuizItemView, QuizResultView } from '../views';
import { isRight, keyOf, markExam, questionOf, resultOf } from './marking';
import { MATCHING, quizItem } from './quiz-items.testkit';

const chosen = (...ids: string[]) => ({ chosen: ids, matched: {} });

describe('an answer is right', () => {
  it('all or nothing: every right option and no other', () => {
    const two = quizItem({ type: 'multiple', choose: 2, stem: 'Choose two.', key: ['a', 'c'] });
    expect(isRight(two, chosen('c', 'a'))).toBe(true);
    for (const answer of [chosen(), chosen('a'), chosen('a', 'b'), chosen('a', 'b', 'c'), chosen('a', 'a')]) {
      expect(isRight(two, answer)).toBe(false);
    }
  });

  it('in order, where order is asked', () => {
    const order = quizItem({ type: 'order', key: ['b', 'a', 'c'] });
    expect(isRight(order, chosen('b', 'a', 'c'))).toBe(true);
    expect(isRight(order, chosen('a', 'b', 'c'))).toBe(false);
  });

  it('with every pair, where pairs are asked', () => {
    const match = quizItem(MATCHING);
    expect(isRight(match, { chosen: [], matched: { a: 'x', b: 'y' } })).toBe(true);
    expect(isRight(match, { chosen: [], matched: { a: 'x' } })).toBe(false);
    expect(isRight(match, { chosen: [], matched: { a: 'y', b: 'x' } })).toBe(false);
  });

  it('when it is the key, and only then', () => {
    const item = quizItem();
    expect(isRight(item, keyOf(item))).toBe(true);
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), (ids) => {
        expect(isRight(item, chosen(...ids))).toBe(ids.join() === 'a');
      }),
    );
  });
});

describe('study', () => {
  it('asks without giving the answer away, and explains every option afterwards', () => {
    const item = quizItem({ exhibit: { title: 'Policy', lines: ['one', 'two'], decides: [2] } });
    const question: QuizItemView = questionOf(item, 'study');
    expect(question).toEqual({
      id: 'which-key',
      type: 'single',
      stem: 'Which key did it?',
      choose: 1,
      exhibit: { title: 'Policy', lines: ['one', 'two'], marked: [] },
      options: [
        { id: 'a', text: 'Key A' },
        { id: 'b', text: 'Key B of another Region' },
        { id: 'c', text: 'Key C' },
      ],
      targets: [],
      asksConfidence: true,
    });
    expect(questionOf(item, 'study', true).exhibit?.marked).toEqual([1]);
    const result: QuizResultView = resultOf(item, chosen('b'));
    expect(result).toMatchObject({
      right: false,
      key: { chosen: ['a'] },
      trap: 'Any key',
      reasons: [{ optionId: 'a' }, { optionId: 'b', rightWhen: 'In its Region.' }, { optionId: 'c' }],
    });
  });
});

describe('an exam', () => {
  it('asks for no confidence, counts blanks as wrong and gives no scaled score', () => {
    const items = [quizItem(), quizItem({ id: 'another' })];
    expect(questionOf(items[0] as (typeof items)[0], 'exam').asksConfidence).toBe(false);
    const { right, of, results } = markExam(items, { 'which-key': chosen('a') });
    expect([right, of, results.map((one) => one.right)]).toEqual([1, 2, [true, false]]);
  });
});
